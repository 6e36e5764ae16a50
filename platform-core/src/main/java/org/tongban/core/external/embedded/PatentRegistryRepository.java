package org.tongban.core.external.embedded;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.csv.CsvRow;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.external.embedded.RegistryTable.Column;
import org.tongban.core.identifier.Folding;
import org.tongban.core.identifier.PatentNumber;

/** All SQL of the embedded registry of patents. */
@Singleton
class PatentRegistryRepository {
    private static final String COLUMNS =
            "select patent_number, kind, title, holders, filed_on, granted_on, legal_status, status_on,"
                    + " extension_days ";

    private static final RegistryTable<Entry> TABLE = new RegistryTable<>(
            "core.patent_registry",
            List.of(
                    Column.of("patent_number", "text", entry -> entry.number().value()),
                    Column.of("kind", "text", entry -> CsvRow.code(entry.kind())),
                    Column.of("title", "text", Entry::title),
                    Column.of("holders", "text[]", entry -> RegistryTable.array(entry.holders())),
                    Column.of("holder_folded", "text[]", entry -> RegistryTable.array(folded(entry.holders()))),
                    Column.of("filed_on", "date", entry -> entry.filedOn().toString()),
                    Column.of("granted_on", "date", entry -> text(entry.grantedOn())),
                    Column.of("legal_status", "text", entry -> CsvRow.code(entry.legalStatus())),
                    Column.of("extension_days", "int", entry -> Integer.toString(entry.termExtensionDays())),
                    Column.of("status_on", "date", entry -> entry.statusOn().toString())));

    private final JdbcOperations jdbc;

    PatentRegistryRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the entries, one for each number; what is there is replaced by a later status only. */
    void put(Collection<Entry> entries) {
        TABLE.put(jdbc, entries);
    }

    Optional<Entry> find(PatentNumber number) {
        return list(
                        COLUMNS + "from core.patent_registry where patent_number = ?",
                        statement -> statement.setString(1, number.value()))
                .stream()
                .findFirst();
    }

    List<Entry> heldBy(List<String> names, @Nullable PatentNumber after, int limit) {
        return list(COLUMNS + """
            from core.patent_registry
            where holder_folded && cast(? as text[]) and patent_number > ?
            order by patent_number
            limit ?\
            """, statement -> {
            statement.setArray(1, array(statement, folded(names)));
            statement.setString(2, after == null ? "" : after.value());
            statement.setInt(3, limit);
        });
    }

    long countHeldBy(List<String> names) {
        return jdbc.prepareStatement(
                "select count(*) from core.patent_registry where holder_folded && cast(? as text[])", statement -> {
                    statement.setArray(1, array(statement, folded(names)));
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private List<Entry> list(String sql, Parameters parameters) {
        return jdbc.prepareStatement(sql, statement -> {
            parameters.set(statement);
            var found = new ArrayList<Entry>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new PatentNumber(row.getString("patent_number")),
                PatentKind.valueOf(name(row.getString("kind"))),
                row.getString("title"),
                List.of((String[]) row.getArray("holders").getArray()),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("granted_on", LocalDate.class),
                LegalStatus.valueOf(name(row.getString("legal_status"))),
                row.getObject("status_on", LocalDate.class),
                row.getInt("extension_days"));
    }

    private static String name(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(Folding::name).distinct().toList();
    }

    private static Array array(PreparedStatement statement, List<String> values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
