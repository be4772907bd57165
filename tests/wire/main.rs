//! What leaves memory comes back as it was; what comes from outside is read strictly or refused, and never panics.
mod case;
mod generate;
mod json;
mod keeper;
mod kept;
mod link;
mod message;
