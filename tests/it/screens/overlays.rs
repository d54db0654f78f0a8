//! Every overlay: its description of its keys is their effect.

use super::{SMALL, opened};
use crate::support::places;
use ta_tui::app::App;
use ta_tui::app::layers::comments::Comments;
use ta_tui::app::layers::form::RecordForm;
use ta_tui::app::layers::notes::Notes;
use ta_tui::app::state::form::field::FormField;
use ta_tui::text::Lang;

/// The text typed in the overlay on top, in its field or in the editor; `None` where keys are commands.
fn typed(app: &App) -> Option<String> {
    let layer = app.overlays.last()?;
    let field = layer.line().map(|line| line.value().to_owned());
    let notes = app.overlays.top::<Notes>().and_then(|notes| notes.editor.as_ref());
    let form = app.overlays.top::<RecordForm>().and_then(|open| open.form.current());
    let form = form.map(FormField::typed);
    let comment = app.overlays.top::<Comments>().map(|open| open.editor.text().to_owned());
    field.or(form).or(comment).or_else(|| notes.map(|editor| editor.text().to_owned()))
}

#[test]
fn every_overlay_takes_text_and_closes_as_it_says() {
    let mut reached = Vec::new();
    for way in places::pages().chain(places::overlays()) {
        let mut desk = opened(SMALL, Lang::En, way);
        reached.push(places::kind(&desk));
        let app = desk.program.app();
        let Some(layer) = app.overlays.last() else { continue };
        let (open, takes_text) = (app.overlays.len(), layer.takes_text());
        assert_eq!(layer.context(), app.context(), "{way:?}");
        assert_eq!(typed(app).is_some(), takes_text, "{way:?}: {layer:?}");
        if takes_text {
            desk.keys("q");
            let app = desk.program.app();
            assert_eq!(app.overlays.len(), open, "{way:?}: a letter opens and closes nothing");
            assert!(typed(app).unwrap().contains('q'), "{way:?}\n{}", desk.screen());
        }
        desk.keys("<Esc>");
        assert_eq!(desk.program.app().overlays.len(), open - 1, "{way:?}\n{}", desk.screen());
    }
    places::are_all(&reached);
}
