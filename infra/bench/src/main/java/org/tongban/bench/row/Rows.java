package org.tongban.bench.row;

import java.util.List;
import org.tongban.bench.Row;

/** All rows, in the order in which a run measures them. */
public final class Rows {
    private Rows() {}

    public static List<Row> all() {
        return List.of(
                new ReadFiling(),
                new Search(),
                new SaveDraft(),
                new Submit(),
                new SignIn(),
                new ImportRegistry(),
                new ImportOwnPatents(),
                new Upload(),
                new DecideBulk(),
                new RecogniseProducts(),
                new RenderDocuments(),
                new Drain(),
                new Growth(),
                new Filters(),
                new StartUp(),
                new Memory());
    }
}
