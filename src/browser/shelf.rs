//! Takes a case off the device, and puts it back as it was.
use super::keeper::{head_key, states_key};
use super::records::{Records, StoreFault, Swap, Write};

/// A case that was taken away: every text of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    pub id: String,
    texts: Vec<(String, String)>,
}

/// Takes away a case with all its states; nothing when it isn't there, or another tab is changing it just now.
///
/// # Errors
/// The store refused, and the case is still there.
pub async fn remove(records: &impl Records, id: &str) -> Result<Option<Removed>, StoreFault> {
    let key = head_key(id);
    let Some(head) = records.get(&key).await? else { return Ok(None) };
    let mut texts = records.list(&states_key(id)).await?;
    texts.push((key.clone(), head.clone()));
    let writes: Vec<Write> = texts.iter().map(|(key, _)| (key.clone(), None)).collect();
    let done = records.swap(&key, Some(&head), &writes).await? == Swap::Done;
    Ok(done.then(|| Removed { id: id.to_owned(), texts }))
}

/// Puts a case back that was taken away; `false` when there is one of this id again.
///
/// # Errors
/// The store refused.
pub async fn put_back(records: &impl Records, removed: &Removed) -> Result<bool, StoreFault> {
    let writes: Vec<Write> = removed.texts.iter().map(|(key, text)| (key.clone(), Some(text.clone()))).collect();
    Ok(records.swap(&head_key(&removed.id), None, &writes).await? == Swap::Done)
}
