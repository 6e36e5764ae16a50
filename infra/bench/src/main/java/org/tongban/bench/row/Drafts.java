package org.tongban.bench.row;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tongban.bench.data.Codes;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** Drafts of unit-a that are complete, each with picture, proof and two of the unit's patents; removed when closed. */
final class Drafts implements AutoCloseable {
    /** Tells them from all others. */
    private static final String CREATED = "2001-01-01T00:00:00Z";

    private final Stack stack;
    private final List<Draft> drafts;

    /** A draft, its picture, the proof of its figures, and the text of its product part. */
    record Draft(UUID id, UUID file, UUID proof, String model, byte[] document) {
        String evidence() {
            var evidence = JsonNodeFactory.instance.objectNode();
            evidence.putArray("economicProof").add(proof.toString());
            return evidence.put("regulatedTrade", false)
                    .put("compulsoryCertification", false)
                    .toString();
        }
    }

    private Drafts(Stack stack, List<Draft> drafts) {
        this.stack = stack;
        this.drafts = drafts;
    }

    static Drafts make(Stack stack, int count) throws SQLException {
        try (var owner = stack.embedded().owner()) {
            var samples = stack.samples();
            remove(owner, samples.unitA());
            owner.setAutoCommit(false);
            var patents = patents(owner, samples.unitA());
            var drafts = new ArrayList<Draft>();
            var random = new SplittableRandom();
            try (var product = owner.prepareStatement("""
                insert into product_filing.product (id, unit, state, product, patents, evidence, version, created_by,
                       created_at, changed_at)
                values (?, ?, 'DRAFT', cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), 1, ?, cast(? as timestamptz), now())
                """);
                    var file = owner.prepareStatement("""
                        insert into core.file (id, storage_key, slot, state, uploader, name, type, size, sha256, created_at,
                               record_type, record_id)
                        values (?, ?, ?, 'CLEAN', ?, ?, ?, 1000, repeat('0', 64),
                               now(), 'product-filing/product', ?)
                        """)) {
                for (int i = 0; i < count; i++) {
                    var draft = draft(i, random);
                    drafts.add(draft);
                    product.setObject(1, draft.id());
                    product.setObject(2, samples.unitA());
                    product.setString(3, new String(draft.document(), StandardCharsets.UTF_8));
                    product.setString(4, patents);
                    product.setString(5, draft.evidence());
                    product.setObject(6, samples.accountA());
                    product.setString(7, CREATED);
                    product.addBatch();
                    addFile(file, draft, draft.file(), "product-filing/picture", "PNG", samples.accountA());
                    addFile(file, draft, draft.proof(), "product-filing/pdf-20", "PDF", samples.accountA());
                    if (i % 1_000 == 999 || i == count - 1) {
                        product.executeBatch();
                        file.executeBatch();
                    }
                }
            }
            owner.commit();
            return new Drafts(stack, List.copyOf(drafts));
        }
    }

    private static void addFile(PreparedStatement file, Draft draft, UUID id, String slot, String type, UUID uploader)
            throws SQLException {
        file.setObject(1, id);
        file.setString(2, "bench/" + id);
        file.setString(3, slot);
        file.setObject(4, uploader);
        file.setString(5, "file." + type.toLowerCase(Locale.ROOT));
        file.setString(6, type);
        file.setObject(7, draft.id());
        file.addBatch();
    }

    private static Draft draft(int index, SplittableRandom random) {
        long now = System.currentTimeMillis();
        var file = Codes.id(now, random);
        var model = "BENCH-" + index;
        var fields = JsonNodeFactory.instance.objectNode();
        fields.put("name", "农田巡检无人机系统").put("model", model);
        fields.put("categoryCode", "9802030101").put("industryCode", "37");
        fields.put("introduction", "搭载热成像和多光谱相机，对农田自动巡检，定位病虫害和灌溉异常。");
        fields.putArray("purposes").add("promotion").add("financing");
        fields.put("firstProductionYear", 2023);
        fields.put("sales", "320").put("exports", "0").put("netProfit", "45.5");
        fields.put("outputValue", "350").put("grossMargin", "38.20");
        fields.put("contributionIndex", "35.00").put("contributionMethod", "licence-rate");
        fields.put("mainPicture", file.toString()).put("takesPart", true);
        fields.putArray("declarations")
                .add("legal-responsibility")
                .add("network-security-law")
                .add("all-patents-linked");
        return new Draft(
                Codes.id(now, random),
                file,
                Codes.id(now, random),
                model,
                fields.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String patents(Connection owner, UUID unit) throws SQLException {
        var links = JsonNodeFactory.instance.objectNode();
        var rows = links.putArray("patents");
        try (var statement = owner.prepareStatement("""
            select id from product_filing.patent
             where unit = ? and kind = 'INVENTION' and legal_status = 'GRANTED' order by id limit 2
            """)) {
            statement.setObject(1, unit);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.addObject()
                            .put("patentId", row.getString(1))
                            .put("publicAtFiling", true)
                            .put("role", rows.size() == 1 ? "core" : "other")
                            .put("inDispute", false);
                }
            }
        }
        if (rows.isEmpty()) {
            throw new BenchFailed("unit-a has no patent to link.");
        }
        return links.toString();
    }

    List<Draft> all() {
        return drafts;
    }

    private static void remove(Connection owner, UUID unit) throws SQLException {
        var which = "(select id from product_filing.product where unit = '%s' and created_at = '%s')"
                .formatted(unit, CREATED);
        try (var statement = owner.createStatement()) {
            // Else the plan may be that of tables that were empty.
            statement.execute("analyze core.file, core.review_case, product_filing.product");
            statement.execute("delete from core.review_history where review_case in"
                    + " (select id from core.review_case where subject in " + which + ")");
            statement.execute("delete from core.review_case where subject in " + which);
            statement.execute("delete from core.file where record_id in " + which);
            statement.execute("delete from product_filing.product where id in " + which);
        }
    }

    @Override
    public void close() throws SQLException {
        try (var owner = stack.embedded().owner()) {
            remove(owner, stack.samples().unitA());
        }
    }
}
