//! Turns Trunk's output into the finished site: one style sheet for the start and one for what comes later, files named
//! by their content, a content security policy, the list for offline use, and a first load held to its budget.
//! It works in memory, so `dist/` is replaced by a whole build or not at all.
mod budget;
mod entries;
mod html;
mod minify;
mod names;
mod policy;
mod precache;
mod site;
mod styles;

use crate::Result;
use site::Site;
use std::path::Path;

pub use names::is_hashed;
pub use policy::policy_of;

/// Writes the finished site, and returns what is to be said against it: nothing, when all is well.
pub fn finish(raw: &Path, dist: &Path) -> Result<String> {
    let mut site = Site::read(raw)?;
    styles::bundle(&mut site)?;
    styles::put_off(&mut site)?;
    minify::scripts(&mut site)?;
    entries::add(&mut site)?;
    let first_load = names::by_content(&mut site)?;
    policy::insert(&mut site)?;
    precache::write(&mut site, &first_load)?;
    site.write(dist)?;
    budget::script_for_hosts(&site)?;
    budget::complaint(&site, &first_load)
}
