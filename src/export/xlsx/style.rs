//! How cells look: what a reader may change, what is worked out, and figures with their units.
use crate::domain::value::input::Unit;
use crate::domain::value::print;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

pub struct Styles {
    pub title: Format,
    pub note: Format,
    pub head: Format,
    pub section: Format,
    pub text: Format,
    pub strong: Format,
    currency: String,
}

const INK: Color = Color::RGB(0x1b_1f_24);
const MUTED: Color = Color::RGB(0x4a_53_5c);
const LINE: Color = Color::RGB(0xb8_c0_c8);
const HEAD: Color = Color::RGB(0xe3_ee_ee);
const INPUT: Color = Color::RGB(0xff_f8_e1);
const INPUT_INK: Color = Color::RGB(0x0b_3d_91);

/// What a cell with a figure is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The reader may change it.
    Input,
    Result,
    Headline,
}

impl Styles {
    pub fn new(currency: &str) -> Self {
        // Whoever edits a text that begins like a formula still has a text.
        let text = || Format::new().set_font_color(INK).set_text_wrap().set_align(FormatAlign::Top).set_quote_prefix();
        Self {
            title: Format::new().set_bold().set_font_size(16).set_font_color(INK).set_quote_prefix(),
            note: Format::new().set_font_color(MUTED).set_quote_prefix(),
            head: text().set_bold().set_background_color(HEAD).set_border_bottom(FormatBorder::Thin),
            section: Format::new().set_bold().set_font_size(12).set_font_color(INK).set_quote_prefix(),
            text: text(),
            strong: text().set_bold(),
            currency: currency.to_owned(),
        }
    }

    /// A cell with a figure of this unit.
    pub fn figure(&self, unit: Unit, role: Role) -> Format {
        let format = Format::new().set_num_format(number(unit, &self.currency)).set_align(FormatAlign::Top);
        match role {
            Role::Input => format
                .set_background_color(INPUT)
                .set_font_color(INPUT_INK)
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE),
            Role::Result => format.set_font_color(INK),
            Role::Headline => format.set_font_color(INK).set_bold().set_align(FormatAlign::Right),
        }
    }
}

/// The number format of a unit; a currency stands in quotes, so no letter of it means anything.
fn number(unit: Unit, currency: &str) -> String {
    let sign: String = print::currency(currency).chars().filter(|sign| *sign != '"').collect();
    match unit {
        Unit::Money => format!("\"{sign}\"#,##0.00;[Red]\\-\"{sign}\"#,##0.00"),
        Unit::Share => "0.00%".into(),
        Unit::Minutes | Unit::Hours | Unit::Count | Unit::Days => "#,##0.00".into(),
        Unit::Months => "0.0".into(),
        Unit::Ratio => "0.0000".into(),
    }
}
