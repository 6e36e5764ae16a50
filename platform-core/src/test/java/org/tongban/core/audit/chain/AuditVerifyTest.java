package org.tongban.core.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line checks an export with neither server nor database, and names the first record that is wrong (CO-56). */
@Tag("CO-56")
@Tag("RL-13")
class AuditVerifyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int RECORDS = 6;
    private static final String SEALED = "2026-11-20T02:00:00.000000Z";
    private static final String ANCHORED = "2026-11-20T02:01:00.000000Z";

    @TempDir
    private Path folder;

    private ECKey key;
    private List<ObjectNode> lines;

    @BeforeEach
    void export() throws JOSEException {
        key = key("k1");
        lines = new ArrayList<>();
        var links = new ArrayList<ChainLink>();
        var previous = ChainLink.BEGINNING;
        for (int i = 1; i <= RECORDS; i++) {
            var link = ChainLink.sealing(i, SEALED, previous, "70" + i, content(i));
            links.add(link);
            previous = link.hash();
        }
        lines.add(node("export")
                .put("issuer", "https://example.org")
                .put("from", "2026-11-20T00:00:00.000000Z")
                .put("until", "2026-11-21T00:00:00.000000Z")
                .put("after", 0)
                .put("previous", ChainLink.BEGINNING));
        lines.add(anchor(key, RECORDS, previous));
        links.forEach(link -> lines.add(record(link)));
        lines.add(node("end").put("sequence", RECORDS).put("hash", previous));
    }

    private static ECKey key(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    private static ObjectNode node(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private static ObjectNode content(int number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "r" + number)
                .put("action", "trial.note.create")
                .set("digest", JsonNodeFactory.instance.objectNode().put("state", "draft"));
    }

    private static ObjectNode record(ChainLink link) {
        return node("record").setAll(link.json());
    }

    private static ObjectNode anchor(ECKey signer, long sequence, String hash) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(signer.getKeyID())
                .type(new JOSEObjectType(Anchor.TYPE))
                .build();
        var claims = Map.<String, Object>of("day", "2026-11-20", "sequence", sequence, "hash", hash, "at", ANCHORED);
        var jws = new JWSObject(header, new Payload(claims));
        jws.sign(new ECDSASigner(signer));
        try {
            return node("anchor")
                    .put("day", "2026-11-20")
                    .put("jws", jws.serialize())
                    .set("key", JSON.readTree(signer.toPublicJWK().toJSONString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line of the record with a number. */
    private static int line(int sequence) {
        return sequence + 1;
    }

    private ChainLink link(int sequence) {
        return ChainLink.read(lines.get(line(sequence))).orElseThrow();
    }

    /** Seals the records behind one anew, as someone with the database in hand would. */
    private void sealAnew(int from) {
        var previous = from == 1 ? ChainLink.BEGINNING : link(from - 1).hash();
        for (int i = from; line(i) < lines.size() - 1; i++) {
            var link = ChainLink.sealing(i, SEALED, previous, "70" + i, link(i).content());
            lines.set(line(i), record(link));
            previous = link.hash();
        }
        lines.getLast().put("hash", previous);
    }

    private record Said(int code, String text) {}

    private Said verified(String... more) throws IOException {
        var file = folder.resolve("audit.jsonl");
        var keys = folder.resolve("jwks.json");
        Files.write(file, lines.stream().map(ObjectNode::toString).toList());
        Files.writeString(keys, new JWKSet(key.toPublicJWK()).toString());
        var arguments = new ArrayList<>(List.of(file.toString(), "--jwks", keys.toString()));
        Collections.addAll(arguments, more);
        return run(arguments);
    }

    private static Said run(List<String> arguments) {
        var out = new ByteArrayOutputStream();
        int code =
                AuditVerify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    private void assertFound(String kind, int sequence) throws IOException {
        var said = verified();
        assertThat(said.code()).as(said.text()).isEqualTo(1);
        assertThat(said.text()).contains("WRONG: %s, number %d".formatted(kind, sequence));
    }

    private String anchorElsewhere() throws IOException {
        var file = folder.resolve("anchor.json");
        Files.writeString(file, lines.get(1).toString());
        return file.toString();
    }

    @Test
    void finds_nothing_wrong_with_what_is_as_it_was_sealed() throws IOException {
        var said = verified();
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("6 records are", "1 anchors agree, up to number 6", "Nothing is wrong.");
    }

    @Test
    void finds_an_altered_record() throws IOException {
        ((ObjectNode) lines.get(line(3)).path("record")).put("action", "trial.note.delete");
        assertFound("altered", 3);
    }

    @Test
    void finds_a_record_that_was_altered_and_hashed_anew() throws IOException {
        var old = link(3);
        var content = old.content().deepCopy().put("action", "trial.note.delete");
        lines.set(line(3), record(ChainLink.sealing(3, SEALED, old.previous(), old.transaction(), content)));
        assertFound("altered", 3);
    }

    @Test
    void finds_an_altered_number_in_a_digest() throws IOException {
        ((ObjectNode) lines.get(line(2)).path("record").path("digest")).put("state", 1);
        assertFound("altered", 2);
    }

    @Test
    void finds_a_removed_record() throws IOException {
        lines.remove(line(4));
        assertFound("removed", 4);
    }

    @Test
    void finds_a_seal_whose_record_is_gone() throws IOException {
        lines.set(line(4), node("record").put("sequence", 4));
        assertFound("removed", 4);
    }

    @Test
    void finds_an_inserted_record_with_the_number_of_another() throws IOException {
        var forged = ChainLink.sealing(4, SEALED, link(3).hash(), "703", content(44));
        lines.add(line(4), record(forged));
        assertFound("inserted", 4);
    }

    @Test
    void finds_an_inserted_record_without_a_seal() throws IOException {
        lines.add(line(4), node("record").set("record", content(44)));
        var said = verified();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("WRONG: inserted", "record r44", "behind number 3");
    }

    @Test
    void finds_two_records_that_changed_places() throws IOException {
        Collections.swap(lines, line(2), line(3));
        assertFound("reordered", 2);
    }

    @Test
    void finds_a_tail_that_was_cut_off_with_the_last_line() throws IOException {
        lines = new ArrayList<>(lines.subList(0, line(5)));
        assertFound("truncated", 5);
    }

    @Test
    void finds_a_tail_that_was_cut_off_and_ended_anew_by_its_anchor() throws IOException {
        var outside = anchorElsewhere();
        lines = new ArrayList<>(lines.subList(0, line(5)));
        lines.remove(1);
        lines.add(node("end")
                .put("sequence", 4)
                .put("hash", ChainLink.read(lines.getLast()).orElseThrow().hash()));
        assertThat(verified().code()).isZero();
        var said = verified("--anchor", outside);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("WRONG: truncated, number 5");
    }

    @Test
    void finds_a_chain_that_was_sealed_anew_by_its_anchor() throws IOException {
        ((ObjectNode) lines.get(line(3)).path("record")).put("action", "trial.note.delete");
        sealAnew(3);
        var said = verified();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("WRONG: rewritten", "names another hash for number 6");
    }

    @Test
    void refuses_an_anchor_that_another_key_signed() throws Exception {
        ((ObjectNode) lines.get(line(3)).path("record")).put("action", "trial.note.delete");
        sealAnew(3);
        lines.set(1, anchor(key("k1"), RECORDS, link(RECORDS).hash()));
        assertFound("anchor-refused", 6);
    }

    @Test
    void goes_on_behind_what_an_earlier_export_held() throws IOException {
        lines.getFirst().put("after", 3).put("previous", link(3).hash());
        lines.subList(line(1), line(4)).clear();
        var said = verified();
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("3 records are");
        lines.getFirst().put("previous", ChainLink.BEGINNING);
        assertFound("altered", 4);
    }

    @Test
    void says_when_it_has_no_keys_but_those_of_the_export() throws IOException {
        verified();
        var said = run(List.of(folder.resolve("audit.jsonl").toString()));
        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("The keys were taken from the export itself");
    }

    @Test
    void says_what_it_cannot_check() throws IOException {
        assertThat(run(List.of()).code()).isEqualTo(2);
        assertThat(run(List.of("a", "b")).code()).isEqualTo(2);
        assertThat(run(List.of(folder.resolve("absent").toString())).code()).isEqualTo(2);
        var other = folder.resolve("other.txt");
        Files.writeString(other, "something else");
        assertThat(run(List.of(other.toString())).text()).contains("The first line is not that of an export");
        assertThat(verified("--anchor", other.toString()).text()).contains("holds no anchor");
        assertThat(verified("--anchor").code()).isEqualTo(2);
        assertThat(verified("--other", other.toString()).code()).isEqualTo(2);
    }
}
