//! Reads the colors of `styles/tokens.css` and checks that everyone can tell them apart, in light
//! and in dark; and that the style sheets name no color of their own and no token that is missing.
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// What text and marks stand on.
const SURFACES: [&str; 5] = ["paper", "paper-raised", "accent-soft", "danger-soft", "warning-soft"];
const BODY: f64 = 7.0;
const TEXT: f64 = 4.5;
const MARK: f64 = 3.0;

type Colors = BTreeMap<String, [(f64, f64, f64); 2]>;

#[test]
fn tidy_contrast() {
    let colors = colors();
    let everywhere = |ink, least| SURFACES.map(|surface| (ink, surface, least));
    let text = ["ink-muted", "accent", "danger", "warning", "tier-strong", "tier-possible", "tier-weak"];
    let mut pairs = everywhere("ink", BODY).to_vec();
    pairs.extend(text.iter().flat_map(|ink| everywhere(ink, TEXT)));
    pairs.extend(["line-strong", "focus"].iter().flat_map(|mark| everywhere(mark, MARK)));
    pairs.extend([("accent-ink", "accent", TEXT), ("paper", "danger", TEXT)]);

    let mut faults = Vec::new();
    for (ink, surface, least) in pairs {
        for (scheme, name) in ["light", "dark"].into_iter().enumerate() {
            let found = contrast(colors[ink][scheme], colors[surface][scheme]);
            if found < least {
                faults.push(format!("{name}: --{ink} on --{surface} is {found:.2}:1, not {least}:1"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_ratio_is_the_known_one() {
    let (black, white) = ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(white, white) - 1.0).abs() < 1e-9);
    // The gray that is known to just pass on white.
    assert!((contrast(color("#767676"), white) - 4.54).abs() < 0.005);
}

#[test]
fn tidy_colors_live_in_tokens() {
    let tokens = sheet("tokens.css");
    let mut faults = Vec::new();
    for (name, css) in sheets() {
        for used in css.split("var(--").skip(1) {
            let token: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
            if !tokens.contains(&format!("--{token}:")) && !css.contains(&format!("--{token}:")) {
                faults.push(format!("{name}: --{token} is not in tokens.css"));
            }
        }
        let own = css.split('#').skip(1).any(|after| {
            let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
            [3, 4, 6, 8].contains(&digits) && after[digits..].starts_with([';', ' ', ',', ')'])
        });
        if own && !["tokens.css", "print.css"].contains(&name.as_str()) {
            faults.push(format!("{name}: move the color into tokens.css"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn tidy_every_sheet_is_imported() {
    let entries = ["main.css", "pages.css"];
    let imported = entries.map(sheet).concat();
    let missing: Vec<String> = sheets()
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !entries.contains(&name.as_str()) && !imported.contains(&format!("\"{name}\"")))
        .collect();
    assert!(missing.is_empty(), "neither main.css nor pages.css imports {}", missing.join(", "));
}

/// Each `--name: light-dark(#rrggbb, #rrggbb);`
fn colors() -> Colors {
    let tokens = sheet("tokens.css");
    let pair = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", ")?;
        Some((name.to_owned(), [color(light), color(dark)]))
    };
    tokens.lines().filter_map(pair).collect()
}

/// Red, green and blue of `#rrggbb`, each from 0 to 1.
fn color(hex: &str) -> (f64, f64, f64) {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6);
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let number = number.unwrap_or_else(|| panic!("write {hex} as #rrggbb"));
    let part = |shift: u32| f64::from(number >> shift & 0xff) / 255.0;
    (part(16), part(8), part(0))
}

/// The contrast ratio of WCAG 2, from 1 to 21.
fn contrast(one: (f64, f64, f64), other: (f64, f64, f64)) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance((red, green, blue): (f64, f64, f64)) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("styles")
}

fn sheet(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap_or_else(|problem| panic!("styles/{name}: {problem}"))
}

fn sheets() -> Vec<(String, String)> {
    let files = fs::read_dir(folder()).unwrap_or_else(|problem| panic!("styles: {problem}"));
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".css")).collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), sheet(&name))).collect()
}
