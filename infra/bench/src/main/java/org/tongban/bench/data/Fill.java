package org.tongban.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.tongban.bench.data.Catalogue.Item;
import org.tongban.core.identifier.Folding;
import org.tongban.core.reference.ReferenceSets;

/**
 * Brings the catalogue into the platform's tables by COPY, with the owner's rights: units, registry, units' patents,
 * filings with their cases, the public read model, its names and the counters. Indexes are made anew behind each table.
 */
public final class Fill {
    private static final String CREATED = "2023-01-01T00:00:00Z";

    private final Catalogue catalogue;
    private final Connection connection;
    private final Samples samples;
    private final List<Catalogue.Unit> units = new ArrayList<>();
    private final List<UUID> unitIds = new ArrayList<>();
    private final PublicRows publicRows = new PublicRows(new ReferenceSets());
    /** Filings beside the filed ones: a tenth in review, a twentieth drafts. */
    private final int inReview;

    private final int drafts;

    /** What the sample data made. */
    public record Samples(UUID unitA, UUID unitB, UUID accountA, UUID reviewer) {}

    public Fill(Catalogue catalogue, Connection owner, Samples samples) {
        this.catalogue = catalogue;
        this.connection = owner;
        this.samples = samples;
        this.inReview = catalogue.rows() / 10;
        this.drafts = catalogue.rows() / 20;
    }

    public void run() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '768MB'");
            statement.execute("set max_parallel_maintenance_workers = 2");
            statement.execute("set synchronous_commit = off");
        }
        fillUnits();
        table("core.patent_registry", this::registry);
        folded("product_filing.patent", this::patents);
        table("product_filing.product", this::products);
        table("core.review_case", this::cases);
        table("core.review_history", this::history);
        folded("product_filing.public_product", this::published);
        table("product_filing.public_name", this::names);
        count();
    }

    private interface Rows {
        void write() throws SQLException;
    }

    /** Rows that bear the version of the folding that made them: a task would make them anew otherwise. */
    private void folded(String table, Rows rows) throws SQLException {
        foldedBy(table, Folding.searchVersion());
        table(table, rows);
        foldedBy(table, 0);
    }

    private void foldedBy(String table, int version) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table %s alter column folding set default %d".formatted(table, version));
        }
    }

    /**
     * Takes the indexes that serve questions away, writes, and makes them again as they were. Nothing is counted meanwhile:
     * the database would keep all rows of a statement for it.
     */
    private void table(String table, Rows rows) throws SQLException {
        var begin = System.nanoTime();
        var names = new ArrayList<String>();
        var definitions = new ArrayList<String>();
        try (var statement = connection.prepareStatement("""
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
             where i.indrelid = cast(? as regclass)
               and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
            """)) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                    definitions.add(row.getString(2));
                }
            }
        }
        try (var statement = connection.createStatement()) {
            for (var name : names) {
                statement.execute("drop index " + name);
            }
            statement.execute("alter table " + table + " disable trigger user");
            rows.write();
            statement.execute("alter table " + table + " enable trigger user");
            for (var definition : definitions) {
                statement.execute(definition);
            }
            statement.execute("vacuum (analyze) " + table);
        }
        System.err.printf("  filled %-32s %5.1f s%n", table, (System.nanoTime() - begin) / 1e9);
    }

    private void copy(String target, int count, Function<CopyText, IntConsumer> writer) throws SQLException {
        CopyText.copy(connection, target, count, writer);
    }

    private void fillUnits() throws SQLException {
        readUnit(samples.unitA());
        readUnit(samples.unitB());
        var organisations = new ArrayList<UUID>(List.of(samples.unitA(), samples.unitB()));
        var random = new SplittableRandom(7);
        long created = Instant.parse(CREATED).toEpochMilli();
        for (int index = 2; index < catalogue.unitCount(); index++) {
            units.add(catalogue.unit(index));
            unitIds.add(Codes.id(created + index, random));
            organisations.add(Codes.id(created + index, random));
        }
        int added = catalogue.unitCount() - 2;
        table(
                "core.organisation",
                () -> copy("core.organisation (id, uscc, name, region, created_at)", added, text -> index -> {
                    var unit = units.get(index + 2);
                    text.value(organisations.get(index + 2))
                            .value(unit.uscc())
                            .value(unit.name())
                            .value(unit.division())
                            .value(CREATED)
                            .end();
                }));
        table(
                "product_filing.unit",
                () -> copy(
                        "product_filing.unit (id, organisation, state, origin, created_at)",
                        added,
                        text -> index -> text.value(unitIds.get(index + 2))
                                .value(organisations.get(index + 2))
                                .value("VERIFIED")
                                .value("sample")
                                .value(CREATED)
                                .end()));
    }

    private void readUnit(UUID id) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select o.uscc, o.name, o.region from core.organisation o join product_filing.unit u on u.organisation = o.id
             where u.id = ?
            """)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                units.add(new Catalogue.Unit(row.getString(1), row.getString(2), row.getString(3)));
                unitIds.add(id);
            }
        }
    }

    private void registry() throws SQLException {
        copy("core.patent_registry (" + RegistryRow.COLUMNS + ")", catalogue.rows(), text -> index -> {
            var patent = catalogue.patent(index);
            RegistryRow.write(text, patent, units.get(patent.unit()).name());
        });
    }

    private void patents() throws SQLException {
        copy("product_filing.patent (" + RegistryRow.HELD_COLUMNS + ")", catalogue.rows(), text -> index -> {
            var patent = catalogue.patent(index);
            RegistryRow.writeHeld(text, patent, unitIds.get(patent.unit()), units.get(patent.unit()));
        });
    }

    private void products() throws SQLException {
        copy("""
            product_filing.product (id, unit, state, product, patents, evidence, name_key, model_key, data_year,
            filing_number, filed_on, submitted_at, version, created_by, created_at, changed_at)
            """, catalogue.rows() + inReview + drafts, text -> index -> {
            var item = catalogue.item(index);
            var state =
                    index < catalogue.rows() ? "FILED" : index < catalogue.rows() + inReview ? "IN_REVIEW" : "DRAFT";
            FilingRow.write(text, item, unitIds.get(item.unit()), state, samples.accountA());
        });
    }

    private void cases() throws SQLException {
        copy("""
            core.review_case (id, number, type, subject, title, organisation, region, submitted_by, snapshot, state,
            submitted_at, changed_at, version, due_start, due_on)
            """, catalogue.rows() + inReview, text -> index -> {
            var item = catalogue.item(index);
            FilingRow.writeCase(
                    text,
                    item,
                    units.get(item.unit()).division(),
                    index < catalogue.rows() ? "approved" : "open",
                    samples.accountA());
        });
    }

    private void history() throws SQLException {
        var random = new SplittableRandom(11);
        copy(
                "core.review_history (id, review_case, at, actor, role, action, reason, remarks)",
                catalogue.rows(),
                text -> index -> {
                    var item = catalogue.item(index);
                    text.value(Codes.id(item.filedAt().toEpochMilli(), random))
                            .value(item.reviewCase())
                            .value(item.filedAt())
                            .value(samples.reviewer())
                            .value("reviewer")
                            .value("approve")
                            .value("")
                            .value("[]")
                            .end();
                });
    }

    private void published() throws SQLException {
        copy("""
            product_filing.public_product (id, position, name, unit_name, uscc, division, state, data_year, filed_on,
            filing_number, product, patents, search_text, grams, changed_at)
            """, catalogue.rows(), text -> index -> {
            Item item = catalogue.item(index);
            publicRows.write(text, item, units);
        });
    }

    /** What names are suggested by: their characters, their sound, and its initials. */
    private void names() throws SQLException {
        var target = "product_filing.public_name (key, shown, folded, of_unit)";
        var seen = new HashSet<String>();
        copy(target, units.size(), text -> index -> {
            if (seen.add(units.get(index).name())) {
                PublicRows.writeNames(text, units.get(index).name(), true);
            }
        });
        seen.clear();
        copy(target, catalogue.rows(), text -> index -> {
            var name = catalogue.item(index).name();
            if (seen.add(name)) {
                PublicRows.writeNames(text, name, false);
            }
        });
    }

    private void count() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from product_filing.statistic_change");
            statement.execute("delete from product_filing.statistic where subject in ('public', 'filing')");
            statement.execute("""
                insert into product_filing.statistic (subject, dimension, year, value, state, count)
                select 'public', u.dimension, p.data_year, u.value, p.state, count(*)
                  from product_filing.public_product p
                 cross join lateral product_filing.counted_under(p.product, p.division) u
                 group by u.dimension, p.data_year, u.value, p.state
                union all
                select 'filing', 'state', coalesce(data_year, 0), '', state, count(*)
                  from product_filing.product group by 3, 5
                """);
            statement.execute("select setval('core.number_cp', %d)"
                    .formatted(Math.min(9_000_000, catalogue.rows() + inReview + drafts + 1_000)));
            statement.execute("analyze");
        }
    }
}
