//! The verdict beside the form.
