//! Beside the page for people, the page for frames: the same program, told where it stands.
use super::site::Site;
use crate::Result;

const PEOPLE: &str = "index.html";
const FRAMES: &str = "embed.html";
/// What differs, and how it reads in a frame. The last is for whoever runs the site: name the origins of portals that
/// may use the frame, with spaces between; with none, the first page around it that begins is the one.
const CHANGES: [(&str, &str); 3] = [
    ("<html lang=\"en\">", "<html lang=\"en\" data-entry=\"embed\">"),
    ("<link rel=\"manifest\" href=\"manifest.webmanifest\">", "<meta name=\"fitproof-hosts\" content=\"\">"),
    // Only the page for people is installed.
    ("<script type=\"module\" src=\"launch.js\"></script>", ""),
];

pub fn add(site: &mut Site) -> Result {
    let mut page = site.text(PEOPLE)?.to_owned();
    for (people, frames) in CHANGES {
        if !page.contains(people) {
            return Err(format!("{PEOPLE} must hold `{people}`, which differs in {FRAMES}"));
        }
        page = page.replacen(people, frames, 1);
    }
    site.set_text(FRAMES, page);
    Ok(())
}
