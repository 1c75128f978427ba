//! 下書き and 一括送信: what the relay keeps until it is sent.

use reqwest::{Method, RequestBuilder};

use super::{Client, ClientError, Outgoing, Patience};
use crate::wire::{BulkAnswer, Draft, DraftEntry, DraftPage, Envelope};

impl Client {
    /// Keeps a message as a draft. It is not checked until it is sent; a key in it does not count.
    /// Not repeated after a lost answer, which may have been a second draft.
    ///
    /// # Errors
    /// A refusal (such as too many drafts), or a failed connection.
    pub async fn create_draft(&self, outgoing: Outgoing) -> Result<DraftEntry, ClientError> {
        let client = self.with_patience(Patience::NONE);
        client.json(|| client.request(Method::POST, "/v1/drafts").multipart(outgoing.clone().form())).await
    }

    /// A page of the drafts: of this terminal in client-1.2, of the office in web-4.1.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn drafts(&self, before: Option<&str>) -> Result<DraftPage, ClientError> {
        self.json(|| self.list("/v1/drafts", before)).await
    }

    /// One draft with its text.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn draft(&self, id: &str) -> Result<Draft, ClientError> {
        self.json(|| self.request(Method::GET, &format!("/v1/drafts/{id}"))).await
    }

    /// 更新: puts a message in the place of what a draft held; how it came about stays.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn replace_draft(&self, id: &str, outgoing: Outgoing) -> Result<DraftEntry, ClientError> {
        let path = format!("/v1/drafts/{id}");
        self.json(|| self.request(Method::PUT, &path).multipart(outgoing.clone().form())).await
    }

    /// Removes a draft.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn remove_draft(&self, id: &str) -> Result<(), ClientError> {
        self.empty(|| self.request(Method::DELETE, &format!("/v1/drafts/{id}"))).await
    }

    /// Sends a draft. `key` makes a retry after a lost answer the same message; without one it is
    /// not tried again.
    ///
    /// # Errors
    /// A refusal, after which the draft stays, or a failed connection.
    pub async fn send_draft(&self, id: &str, key: Option<&str>) -> Result<Envelope, ClientError> {
        let path = format!("/v1/drafts/{id}/send");
        let client = self.patient_with(key);
        client.json(|| keyed(client.request(Method::POST, &path), key)).await
    }

    /// 一括送信: gives the CSV files of many destinations, which their names tell. The relay queues
    /// a draft for each, or sends at once, as the assumption `bulk` says; of `outgoing` only text,
    /// CSV files and key count. What cannot be sent is told group by group.
    ///
    /// # Errors
    /// A refusal of the whole, or a failed connection.
    pub async fn bulk(&self, outgoing: Outgoing) -> Result<BulkAnswer, ClientError> {
        let key = outgoing.idempotency_key.clone();
        let client = self.patient_with(key.as_deref());
        let request = || client.request(Method::POST, "/v1/bulk").multipart(outgoing.clone().bulk_form());
        client.json(|| keyed(request(), key.as_deref())).await
    }

    /// Sends everything that is queued. What is refused stays queued.
    ///
    /// # Errors
    /// A refusal of the whole, or a failed connection.
    pub async fn bulk_send(&self, key: Option<&str>) -> Result<BulkAnswer, ClientError> {
        let client = self.patient_with(key);
        client.json(|| keyed(client.request(Method::POST, "/v1/bulk/send"), key)).await
    }

    /// What goes without a key is never repeated.
    pub(super) fn patient_with(&self, key: Option<&str>) -> Self {
        if key.is_some() { self.clone() } else { self.with_patience(Patience::NONE) }
    }
}

pub(super) fn keyed(request: RequestBuilder, key: Option<&str>) -> RequestBuilder {
    match key {
        Some(key) => request.header("idempotency-key", key),
        None => request,
    }
}
