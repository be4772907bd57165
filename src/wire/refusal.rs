//! Why something from outside wasn't opened, in a sentence to the person.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    ForeignFile,
    NewerFile,
    DamagedFile,
    OversizedFile,
    ForeignLink,
    NewerLink,
    DamagedLink,
    OversizedLink,
    /// The account has too much text to travel in a link.
    TooLongForLink,
    /// What the device keeps was written by a newer version.
    NewerKept,
    /// What the device keeps can't be read.
    DamagedKept,
}

impl Refusal {
    /// What happened and what to do, without a technical word.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::ForeignFile => "This isn't a Fitproof case file.",
            Self::NewerFile => {
                "This file was made by a newer version of Fitproof. Reload the page to update, then open it again."
            }
            Self::DamagedFile => {
                "This case file is damaged or was changed by hand, so it wasn't opened. Ask for it again, or open another copy."
            }
            Self::OversizedFile => "This file is too large for a Fitproof case, so it wasn't opened.",
            Self::ForeignLink => "This link holds no Fitproof account.",
            Self::NewerLink => {
                "This link was made by a newer version of Fitproof. Reload the page to update, then open it again."
            }
            Self::DamagedLink => {
                "Part of this link is missing or was changed on the way. Ask for it again, or for the case file."
            }
            Self::OversizedLink => "This link is too long to be a Fitproof account. Ask for the case file instead.",
            Self::TooLongForLink => "This account is too long for a link. Save the case file and send that instead.",
            Self::NewerKept => {
                "Your account was saved here by a newer version of Fitproof. Reload the page to update and see it again."
            }
            Self::DamagedKept => "What was saved on this device can't be read any more.",
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.sentence())
    }
}

impl std::error::Error for Refusal {}
