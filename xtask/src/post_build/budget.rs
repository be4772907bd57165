//! Holds the first load to its budget, in bytes as a good host sends them (brotli 11).
use super::site::Site;
use crate::split::SOON;
use crate::{Result, compress};

/// A page that would break this becomes a module of its own, loaded when it is opened.
const LIMIT: usize = 180 * 1024;
/// What the first load should weigh; the table says how far it is from that.
const GOAL: usize = 150 * 1024;

/// What every page with a calculator in it loads from us.
const FOR_HOSTS: &str = "embed.js";
const FOR_HOSTS_LIMIT: usize = 3_000;

/// Fails when the script for portals is too large, in bytes as they are.
pub fn script_for_hosts(site: &Site) -> Result {
    let bytes = site.text(FOR_HOSTS)?.len();
    println!("{FOR_HOSTS}: {bytes} of {FOR_HOSTS_LIMIT} bytes allowed");
    if bytes < FOR_HOSTS_LIMIT { Ok(()) } else { Err(format!("{FOR_HOSTS} is too large: {bytes} bytes")) }
}

/// Prints the table; an empty text means that the first load fits.
pub fn complaint(site: &Site, first_load: &[String]) -> Result<String> {
    let mut rows: Vec<(&str, usize, usize)> = Vec::new();
    for name in first_load {
        let bytes = site.files.get(name).ok_or_else(|| format!("the site holds no {name}"))?;
        rows.push((name, bytes.len(), compress::brotli(bytes).len()));
    }
    rows.sort_by_key(|(_, _, sent)| std::cmp::Reverse(*sent));
    let raw = rows.iter().map(|(_, raw, _)| raw).sum();
    let sent = rows.iter().map(|(_, _, sent)| sent).sum();
    rows.push(("first load", raw, sent));
    println!("{:<40} {:>10} {:>10}", "", "bytes", "brotli");
    for (name, raw, sent) in &rows {
        println!("{name:<40} {raw:>10} {sent:>10}");
    }
    let soon = site.files.iter().filter(|(name, _)| name.starts_with(SOON));
    let soon: usize = soon.map(|(_, bytes)| compress::brotli(bytes).len()).sum();
    println!("right after it, the verdict's details and what keeps accounts: {:.1} KB", kilobytes(soon));
    Ok(match judge(sent) {
        Ok(line) => {
            println!("{line}");
            String::new()
        }
        Err(line) => line,
    })
}

fn judge(sent: usize) -> Result<String> {
    let line = format!("{:.1} KB of {:.1} allowed, goal {:.1}", kilobytes(sent), kilobytes(LIMIT), kilobytes(GOAL));
    match sent {
        _ if sent > LIMIT => Err(format!("the first load is too large: {line}. Load something later, or drop it.")),
        _ if sent > GOAL => Ok(format!("{line}: over the goal by {:.1}", kilobytes(sent - GOAL))),
        _ => Ok(line),
    }
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1024.0
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_limit_itself_is_allowed() {
        assert!(super::judge(super::LIMIT).is_ok());
        assert!(super::judge(super::LIMIT + 1).is_err());
    }
}
