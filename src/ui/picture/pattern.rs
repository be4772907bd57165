//! Fills that differ without color: hatched for what is open, dotted for a near miss.
use yew::prelude::*;

/// The patterns of one picture. They take the ink of the picture they stand in.
pub fn patterns(id: &str) -> Html {
    html! {
        <defs>
            <pattern id={format!("{id}-hatch")} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="2" height="6" fill="currentColor" />
            </pattern>
            <pattern id={format!("{id}-dots")} width="4" height="4" patternUnits="userSpaceOnUse">
                <rect width="2" height="2" fill="currentColor" />
                <rect x="2" y="2" width="2" height="2" fill="currentColor" />
            </pattern>
        </defs>
    }
}

/// The hatched fill of the picture with this id.
pub fn hatch(id: &str) -> String {
    format!("url(#{id}-hatch)")
}

/// The dotted fill of the picture with this id.
pub fn dots(id: &str) -> String {
    format!("url(#{id}-dots)")
}
