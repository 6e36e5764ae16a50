package org.tongban.filing.patent;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.filing.page.Cursor;
import org.tongban.filing.page.Slice;

/** Searches a unit's patents (PF-22). */
@Singleton
class SearchPatents {
    private static final String ANY = "%";

    private final PatentRepository patents;

    SearchPatents(PatentRepository patents) {
        this.patents = patents;
    }

    /**
     * What is asked for.
     *
     * @param text to be found inside number, title or holders; empty for all
     */
    record Question(
            String text, @Nullable PatentKind kind, @Nullable LegalStatus status, @Nullable Cursor cursor, int limit) {}

    Slice<UnitPatent> search(UUID unit, Question question) {
        var cursor = question.cursor();
        var words = RegistryRows.patterns(question.text());
        var kind = question.kind() == null ? ANY : question.kind().name();
        var status = question.status() == null ? ANY : question.status().name();
        var rows = question.limit() + 1;
        var key = cursor == null ? "" : cursor.key();
        var read = Cursor.isOnwards(cursor)
                ? patents.onwards(unit, key, words, kind, status, rows)
                : patents.backwards(unit, key, words, kind, status, rows);
        return Slice.of(read, question.limit(), cursor, UnitPatent::number);
    }
}
