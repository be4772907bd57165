//! Whom a document is for.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// The partner's own team: everything.
    #[default]
    Partner,
    /// The customer: what both sides agreed on.
    Customer,
    /// Whoever registers the deal with the vendor.
    Registration,
}

impl Audience {
    pub const ALL: [Self; 3] = [Self::Partner, Self::Customer, Self::Registration];

    /// As it is called on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Partner => "For us, the partner",
            Self::Customer => "For the customer",
            Self::Registration => "For the deal registration",
        }
    }

    /// A part of a file's name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Customer => "customer",
            Self::Registration => "registration",
        }
    }
}
