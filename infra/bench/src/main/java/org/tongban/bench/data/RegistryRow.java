package org.tongban.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tongban.bench.data.Catalogue.Patent;
import org.tongban.bench.data.Catalogue.Unit;
import org.tongban.core.identifier.Folding;

/** A patent in the embedded registry, in a unit's list, and as a line of the registry's CSV. */
public final class RegistryRow {
    public static final String CSV_HEADER = "patentNumber,kind,title,holders,filedOn,grantedOn,legalStatus,statusOn\n";

    static final String COLUMNS =
            "patent_number, kind, title, holders, holder_folded, filed_on, granted_on, legal_status, status_on";

    static final String HELD_COLUMNS = """
        id, unit, number, kind, title, holders, filed_on, granted_on, legal_status, status_on, expires_on,
        acquisition, source, verified, search_text, version, created_at, changed_at
        """;

    private RegistryRow() {}

    static void write(CopyText text, Patent patent, String holder) {
        text.value(patent.number())
                .value(patent.sort().code())
                .value(patent.title())
                .array(List.of(holder))
                .array(List.of(Folding.name(holder)))
                .value(patent.filedOn())
                .value(patent.filedOn().plusMonths(10))
                .value(patent.status())
                .value(patent.filedOn().plusMonths(10))
                .end();
    }

    static void writeHeld(CopyText text, Patent patent, UUID unit, Unit holder) {
        var granted = patent.filedOn().plusMonths(10);
        text.value(patent.id())
                .value(unit)
                .value(patent.number())
                .value(patent.sort())
                .value(patent.title())
                .array(List.of(holder.name()))
                .value(patent.filedOn())
                .value(granted)
                .value(patent.status().toUpperCase(Locale.ROOT))
                .value(granted)
                .value(patent.filedOn().plusYears(20))
                .value("ORIGINAL")
                .value("AUTOMATIC")
                .value(true)
                .value(Folding.search("ZL" + patent.number()) + "|" + Folding.search(patent.title()) + "|"
                        + Folding.search(holder.name()))
                .value(1)
                .value("2024-01-01T00:00:00Z")
                .value("2024-01-01T00:00:00Z")
                .end();
    }

    /** Opens a connection. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    /** A holder for a patent that is imported: one of the invented units. */
    public static String holder(Catalogue catalogue, int index) {
        return catalogue.unit(2 + index % (catalogue.unitCount() - 2)).name();
    }

    /** Seconds that COPY takes for patents into a table like the registry, with its rows and its indexes. */
    public static double timedCopy(Connections connections, Catalogue catalogue, int from, int count)
            throws SQLException {
        var chunks = CopyText.chunks(count, text -> index -> {
            var holder = holder(catalogue, from + index);
            write(text, catalogue.patent(from + index), holder);
        });
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists core.patent_registry_reference");
            statement.execute("create table core.patent_registry_reference (like core.patent_registry including all)");
            try {
                statement.execute("insert into core.patent_registry_reference select * from core.patent_registry");
                long begin = System.nanoTime();
                CopyText.copy(connection, "core.patent_registry_reference (" + COLUMNS + ")", chunks);
                return (System.nanoTime() - begin) / 1e9;
            } finally {
                statement.execute("drop table core.patent_registry_reference");
            }
        }
    }

    /** Brings patents of one holder into the registry. */
    public static void hold(Connections connections, Catalogue catalogue, int from, int count, String holder)
            throws SQLException {
        var chunks = CopyText.chunks(count, text -> index -> write(text, catalogue.patent(from + index), holder));
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            CopyText.copy(connection, "core.patent_registry (" + COLUMNS + ")", chunks);
            statement.execute("analyze core.patent_registry");
        }
    }

    /** Seconds that COPY takes for patents of one holder into a table like that of the units' lists, with its indexes. */
    public static double timedListCopy(
            Connections connections, Catalogue catalogue, int from, int count, UUID unit, Unit holder)
            throws SQLException {
        var chunks =
                CopyText.chunks(count, text -> index -> writeHeld(text, catalogue.patent(from + index), unit, holder));
        try (var connection = connections.open();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists product_filing.patent_reference");
            statement.execute(
                    "create table product_filing.patent_reference (like product_filing.patent including all)");
            try {
                long begin = System.nanoTime();
                CopyText.copy(connection, "product_filing.patent_reference (" + HELD_COLUMNS + ")", chunks);
                return (System.nanoTime() - begin) / 1e9;
            } finally {
                statement.execute("drop table product_filing.patent_reference");
            }
        }
    }

    /** A line of the CSV that the registry's import takes. */
    public static String csv(Patent patent, String holder) {
        var granted = patent.filedOn().plusMonths(10);
        return String.join(
                        ",",
                        patent.number(),
                        patent.sort().code(),
                        patent.title(),
                        holder,
                        patent.filedOn().toString(),
                        granted.toString(),
                        patent.status(),
                        granted.toString())
                + "\n";
    }
}
