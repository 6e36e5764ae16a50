package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.SamplePdf;
import org.tongban.testkit.Tongban;

/** The steps of a filing over HTTP, as a unit, an administrator and a reviewer take them. */
final class FilingSteps {
    static final String OWN = "/api/product-filing/v1";
    static final String PLATFORM = "/api/platform/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Tongban tongban;
    private final String shown;
    private final String hidden;
    final Api unit;

    FilingSteps(Tongban tongban) {
        this(tongban, "unit-a", "202121635235.X", "202121741650.3");
    }

    private FilingSteps(Tongban tongban, String login, String shown, String hidden) {
        this(tongban, tongban.as(login), shown, hidden);
    }

    /** The steps of a unit with patents of its own. */
    FilingSteps(Tongban tongban, Api unit, String shown, String hidden) {
        this.tongban = tongban;
        this.unit = unit;
        this.shown = shown;
        this.hidden = hidden;
    }

    /** The same steps, taken by the other sample unit with patents of its own. */
    static FilingSteps ofTheOther(Tongban tongban) {
        return new FilingSteps(tongban, "unit-b", "201720175686.7", "201610757198.7");
    }

    /** The registry and the unit's own patents are there. */
    FilingSteps withPatents() {
        importRegistry();
        done(unit, unit.post(OWN + "/patent-imports"));
        return this;
    }

    void importRegistry() {
        var admin = tongban.as("admin");
        done(admin, admin.bytes("POST", PLATFORM + "/registries/patents/imports", registry(), "text/csv"));
    }

    /** Waits until a job that was just started is over. */
    void done(Api caller, Answer started) {
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        var job = PLATFORM + "/jobs/" + started.json().path("id").asText();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(caller.get(job).json().path("state").asText())
                                .isEqualTo("done"));
    }

    private static byte[] registry() {
        try (var csv = Objects.requireNonNull(FilingSteps.class.getResourceAsStream("/sample/patents.csv"))) {
            return csv.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of a patent in the unit's list. */
    String patent(String number) {
        return unit.get(OWN + "/patents?q=" + number).json().at("/items/0/id").asText();
    }

    /** A draft with empty parts. */
    String draft() {
        var created = unit.post(OWN + "/products");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().path("id").asText();
    }

    /** A draft with nothing left to correct: one patent public, one hidden. */
    String complete(String name) {
        var id = draft();
        save(id, "product", product(name));
        save(id, "patents", patents());
        save(id, "evidence", evidence());
        return id;
    }

    /** Saves a part with the ETag of what is there. */
    Answer save(String id, String part, ObjectNode document) {
        var path = OWN + "/products/" + id + "/" + part;
        var saved = unit.with("If-Match", unit.get(path).etag()).put(path, document);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        return saved;
    }

    ObjectNode product(String name) {
        var document = (ObjectNode) Api.json("""
            {'model': 'XJ-200', 'categoryCode': '98010101', 'industryCode': '39',
             'introduction': '用于输电线路巡检的无人机系统。', 'purposes': ['recognition'], 'firstProductionYear': 2022,
             'sales': '1000', 'exports': '100', 'exportPlaces': ['DE'], 'netProfit': '120',
             'outputValue': '1100', 'grossMargin': '31.5', 'totalCost': '600', 'ipInvestment': '90',
             'contributionIndex': '12.00', 'contributionMethod': 'investment-ratio', 'contributionK': '0.8',
             'takesPart': true,
             'declarations': ['legal-responsibility', 'network-security-law', 'all-patents-linked']}
            """);
        return document.put("name", name).put("mainPicture", upload(unit, "picture", picture(), "image/png"));
    }

    ObjectNode patents() {
        var document = (ObjectNode) Api.json("{'patents': []}");
        link(document, patent(shown), true);
        link(document, patent(hidden), false);
        return document;
    }

    static void link(ObjectNode document, String patent, boolean shown) {
        document.withArray("patents")
                .addObject()
                .put("patentId", patent)
                .put("publicAtFiling", shown)
                .put("role", "core")
                .put("inDispute", false);
    }

    ObjectNode evidence() {
        var document = (ObjectNode) Api.json("{'regulatedTrade': false, 'compulsoryCertification': false}");
        document.putArray("economicProof").add(upload(unit, "pdf-20", pdf(), "application/pdf"));
        return document;
    }

    static String upload(Api by, String slot, byte[] content, String type) {
        var stored = by.bytes("POST", PLATFORM + "/files?slot=product-filing/" + slot, content, type);
        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        return stored.json().path("id").asText();
    }

    Answer submit(String id) {
        return unit.post(OWN + "/products/" + id + "/submit");
    }

    /** The open case of a product, claimed by the reviewer. */
    String claimed(String product) {
        var reviewer = tongban.as("reviewer");
        for (var found : reviewer.get(PLATFORM + "/reviews?limit=100").json().path("items")) {
            if (found.path("subject").asText().equals(product)) {
                var id = found.path("id").asText();
                var claim = reviewer.post(PLATFORM + "/reviews/" + id + "/claim");
                assertThat(claim.status()).as(claim.toString()).isEqualTo(200);
                return id;
            }
        }
        throw new AssertionError("no case for " + product);
    }

    Answer decide(String product, String decision) {
        return decideClaimed(PLATFORM + "/reviews/" + claimed(product), decision);
    }

    /** Decides the claimed case at the path, every point of its checklist ticked. */
    Answer decideClaimed(String review, String decision) {
        var reviewer = tongban.as("reviewer");
        return reviewer.post(review + "/decision", Checklists.ticked(reviewer, review, Api.json(decision)));
    }

    static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf() {
        return SamplePdf.small();
    }
}
