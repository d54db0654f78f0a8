//! The one match over all kinds of requests: each goes with its fields to the function that serves it.

use super::Request;
use super::state::Loop;
use super::writes::Job;

impl Loop<'_> {
    /// Serves a request. A question is noted for the end of the turn by setting `ask`, and so is a
    /// write that has changed the rows on the screen. False once the receiver of reports is gone.
    #[deny(clippy::wildcard_enum_match_arm, clippy::match_wildcard_for_single_variants)]
    pub(super) fn dispatch(&mut self, request: Request, ask: &mut bool) -> bool {
        match request {
            Request::Ask(question) => self.take_question(question, ask),
            Request::Write { ticket, edits, note } => self.write(ticket, edits, note, ask),
            Request::Edit { ticket, edits, note, form } => {
                self.edit(ticket, edits, note, form, ask)
            }
            Request::Mark { ticket, write } => self.mark(ticket, write, ask),
            Request::Merge { ticket, merging } => self.merge(ticket, merging, ask),
            Request::Match { ticket, matching } => {
                self.write_in_turn(Job::Match { ticket, matching }, ask)
            }
            Request::Unmatch { ticket, unmatching } => {
                self.write_in_turn(Job::Unmatch { ticket, unmatching }, ask)
            }
            Request::MatchRecord { ticket, need, activity } => {
                self.match_record(ticket, need, &activity)
            }
            Request::TwoRecords { ticket, of, numbers } => self.two_records(ticket, of, numbers),
            Request::Alike { ticket, wanted } => self.alike(ticket, &wanted),
            Request::Record { ticket, record } => self.record(ticket, record),
            Request::TakeBack { ticket, asked } => self.take_back(ticket, asked, ask),
            Request::Detail { ticket, need } => self.detail(ticket, need),
            Request::Log { ticket, wanted } => self.log(ticket, wanted),
            Request::Batch { ticket, batch, kinds } => self.batch(ticket, batch, kinds),
            Request::News { ticket, wanted } => self.news(ticket, &wanted),
            Request::Here(need) => self.open_need(need),
            Request::Leave(left) => self.leave_screen(left),
            Request::Draft { need, version, text } => self.take_draft(need, version, text),
            Request::DropDraft(need) => self.drop_draft(need),
            Request::FormDraft { form, version, text } => self.take_form(form, version, text),
            Request::DropFormDraft(form) => self.drop_form(&form),
            Request::Drafts(ticket) => self.drafts(ticket),
            Request::Names { ticket, named } => self.turn_names(ticket, named),
            Request::Views(ticket) => self.views(ticket),
            Request::SaveView { ticket, view, seen } => {
                self.save_view(ticket, *view, seen.as_deref())
            }
            Request::DeleteView { ticket, view } => self.delete_view(ticket, &view),
            Request::TurnView { ticket, way } => self.turn_view(ticket, way),
        }
    }
}
