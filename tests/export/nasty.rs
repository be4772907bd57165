//! Texts that mean something to one program or another.
use crate::sample::HOSTILE;

/// The same texts each time.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    /// Pieces that mean something to one program or another.
    pub fn text(&mut self) -> String {
        const PIECES: [&str; 32] = [
            "=",
            "+",
            "-",
            "@",
            "＝",
            "＋",
            "－",
            "＠",
            "\t",
            "\r",
            "\n",
            "\0",
            "\u{feff}",
            " ",
            "\u{a0}",
            "\u{200b}",
            "'",
            "\"",
            "\"\"",
            ",",
            ";",
            "|",
            "cmd()",
            "A1",
            "1",
            "x",
            "שלום",
            "👩‍💻",
            "<b>",
            "\u{7}",
            "\u{2028}",
            "\u{202e}",
        ];
        match self.below(12) {
            0 => HOSTILE[self.below(HOSTILE.len())].to_owned(),
            length => (0..length).map(|_| PIECES[self.below(PIECES.len())]).collect(),
        }
    }
}
