package org.tongban.trial;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollectionSource;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.web.Keyset;

/** The approved notes, which anyone may search. */
@Singleton
class ApprovedNotes implements PublicCollectionSource {
    private final NoteRepository notes;

    ApprovedNotes(NoteRepository notes) {
        this.notes = notes;
    }

    @Override
    public String collection() {
        return "notes";
    }

    @Override
    public PublicPage search(PublicQuery query) {
        var found = notes.approved("%" + query.text() + "%", Keyset.before(query.cursor()), query.limit() + 1);
        var page = Keyset.page(found, query.limit(), Note::id, ApprovedNotes::record);
        return new PublicPage(page.items(), page.nextCursor(), null, query.count() ? (long) found.size() : null, false);
    }

    @Override
    public Optional<PublicRecord> find(UUID id) {
        return notes.find(id).filter(note -> note.state().equals("approved")).map(ApprovedNotes::record);
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of();
    }

    private static PublicRecord record(Note note) {
        return new PublicRecord(
                note.id(),
                note.name(),
                note.state(),
                new Title("已通过", "Approved"),
                new Title("审核通过。", "Passed its review."),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }
}
