package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;

/** What persons and organisations do, step by step, each with numbers that nobody else has. */
final class IdentitySteps {
    static final String PLATFORM = "/api/platform/v1";
    static final String PERSONS = "/api/identity/v1/persons";
    static final String ORGANISATIONS = "/api/identity/v1/organisations";
    static final String LINKS = ORGANISATIONS + "/me/handler-links";
    static final String PASSWORD = "Quiet-Harb-47";
    static final String REPRESENTATIVE = "陈海川";

    final Tongban tongban;
    final Stored stored;

    IdentitySteps(Tongban tongban) {
        this.tongban = tongban;
        this.stored = new Stored(tongban);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private int inForce(String agreement) {
        var shown = tongban.anonymous().get(PLATFORM + "/agreements/" + agreement);
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        return shown.json().path("version").asInt();
    }

    ObjectNode agreed(String agreement) {
        var form = object();
        form.putObject("agreement").put("id", agreement).put("version", inForce(agreement));
        return form;
    }

    String personProof(String phone) {
        return Proofs.ofPhone(
                tongban, tongban.anonymous(), IdentityRealms.PERSON, IdentityRealms.PERSON_REGISTER, "+86" + phone);
    }

    String organisationProof(String phone) {
        return Proofs.ofPhone(
                tongban,
                tongban.anonymous(),
                IdentityRealms.ORGANISATION,
                IdentityRealms.ORGANISATION_REGISTER,
                "+86" + phone);
    }

    /** A code to a handler's phone, asked for by the organisation. */
    String handlerProof(Api organisation, String phone) {
        return Proofs.ofPhone(
                tongban, organisation, IdentityRealms.ORGANISATION, IdentityRealms.HANDLER_LINK, "+86" + phone);
    }

    ObjectNode personForm(String phone, String proof, String idNumber) {
        return agreed("identity.person")
                .put("phone", phone)
                .put("phoneProof", proof)
                .put("password", PASSWORD)
                .put("name", "林小溪")
                .put("idType", "resident-id")
                .put("idNumber", idNumber)
                .put("idValidFrom", "2018-05-20")
                .put("idValidTo", "2038-05-20");
    }

    /** A person who is registered and can sign in. */
    record Known(String name, String phone, String idNumber) {}

    Known person() {
        return person("2038-05-20");
    }

    Known person(String validTo) {
        var known = new Known(Fresh.name(), Fresh.phone(), Fresh.idNumber());
        var form = personForm(known.phone, personProof(known.phone), known.idNumber)
                .put("name", known.name)
                .put("idValidTo", validTo);
        var made = tongban.anonymous().post(PERSONS, form);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return known;
    }

    Answer signIn(String realm, String login) {
        return tongban.anonymous()
                .post(
                        PLATFORM + "/sessions",
                        object().put("realm", realm).put("login", login).put("password", PASSWORD));
    }

    Api signedIn(String realm, String login) {
        var tokens = signIn(realm, login);
        assertThat(tokens.status()).as(tokens.toString()).isEqualTo(201);
        return tongban.withToken(tokens.json().path("accessToken").asText());
    }

    Api as(Known person) {
        return signedIn(IdentityRealms.PERSON, person.phone);
    }

    /** Puts organisations into the registry of businesses, all with one representative and this number. */
    void inRegistry(String idNumber, List<String> codes) {
        importRegistry(idNumber, codes, "2026-01-01", IdentitySteps::nameOf);
    }

    /** Gives an organisation another name in the registry. */
    void inRegistry(String uscc, String name, String idNumber) {
        importRegistry(idNumber, List.of(uscc), "2026-02-01", code -> name);
    }

    private void importRegistry(String idNumber, List<String> codes, String recordedOn, UnaryOperator<String> names) {
        importRegistry(codes.stream()
                .map(code -> "%s,%s,,有限责任公司,active,2010-03-03,,示例路1号,330108,1000,6510,%s,resident-id,%s,,%s"
                        .formatted(code, names.apply(code), REPRESENTATIVE, idNumber, recordedOn))
                .toList());
    }

    void importRegistry(List<String> lines) {
        var csv = new StringBuilder("uscc,name,formerNames,type,status,establishedOn,validTo,address,division,"
                + "registeredCapital,industry,legalRepName,legalRepIdType,legalRepIdNumber,phone,recordedOn\n");
        lines.forEach(line -> csv.append(line).append('\n'));
        var admin = tongban.as("admin");
        var accepted = admin.bytes(
                "POST",
                PLATFORM + "/registries/businesses/imports",
                csv.toString().getBytes(StandardCharsets.UTF_8),
                "text/csv");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        JsonNode job = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> admin.get(accepted.header("Location")).json(),
                        found -> List.of("done", "failed")
                                .contains(found.path("state").asText()));
        assertThat(job.path("rejected").asInt()).as(job.toString()).isZero();
    }

    static String nameOf(String uscc) {
        return "示例装备（" + uscc.substring(11, 16) + "）有限公司";
    }

    ObjectNode organisationForm(String uscc, String repNumber, String phone, String proof) {
        return agreed("identity.organisation")
                .put("legalPersonType", "enterprise")
                .put("name", nameOf(uscc))
                .put("uscc", uscc)
                .put("legalRepName", REPRESENTATIVE)
                .put("legalRepIdNumber", repNumber)
                .put("phone", phone)
                .put("phoneProof", proof)
                .put("password", PASSWORD);
    }

    /** An organisation that is registered, with the number of its representative. */
    record Firm(String uscc, String representative, String phone) {}

    Firm organisation() {
        var firm = new Firm(Fresh.uscc(), Fresh.idNumber(), Fresh.phone());
        inRegistry(firm.representative, List.of(firm.uscc));
        register(firm);
        return firm;
    }

    void register(Firm firm) {
        var form = organisationForm(firm.uscc, firm.representative, firm.phone, organisationProof(firm.phone));
        var made = tongban.anonymous().post(ORGANISATIONS, form);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    Api as(Firm firm) {
        return signedIn(IdentityRealms.ORGANISATION, firm.uscc);
    }

    ObjectNode linkForm(Known person, String proof) {
        return object().put("mode", "existing")
                .put("name", person.name)
                .put("idNumber", person.idNumber)
                .put("phoneProof", proof);
    }

    Answer link(Api organisation, Known person) {
        return organisation.post(LINKS, linkForm(person, handlerProof(organisation, person.phone)));
    }

    ObjectNode newHandlerForm(Known person, String proof) {
        var form = linkForm(person, proof).put("mode", "new");
        form.putObject("person")
                .put("idType", "resident-id")
                .put("idValidFrom", "2018-05-20")
                .put("idLongTerm", true);
        return form;
    }

    static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decides the case of a record, every point of its checklist ticked. */
    void decide(String subject, String decision) {
        var reviewer = tongban.as("identity-reviewer");
        var review = PLATFORM + "/reviews/" + reviewOf(reviewer, subject);
        var claimed = reviewer.post(review + "/claim");
        assertThat(claimed.status()).as(claimed.toString()).isEqualTo(200);
        var decided = reviewer.post(review + "/decision", Checklists.ticked(reviewer, review, Api.json(decision)));
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
    }

    private static String reviewOf(Api reviewer, String subject) {
        var page = PLATFORM + "/reviews?state=open&limit=100";
        for (var next = page; next != null; ) {
            var shown = reviewer.get(next).json();
            for (var found : shown.path("items")) {
                if (found.path("subject").asText().equals(subject)) {
                    return found.path("id").asText();
                }
            }
            next = shown.hasNonNull("nextCursor")
                    ? page + "&cursor=" + shown.path("nextCursor").asText()
                    : null;
        }
        throw new AssertionError("no case for " + subject + " in " + reviewer.get(page));
    }

    /** Lets phones be sent further codes: proofs of the former ones stay as good as they are. */
    void forgetCodes() {
        stored.change("update core.code set target_index = cast(cast(id as text) as bytea),"
                + " login_index = cast(cast(id as text) as bytea)");
    }

    /** A verification of this person's face, which the caller has started and an app has answered by a match. */
    String matchedFace(Api caller, String name, String idNumber) {
        return matchedFace(caller, ChangeProvedPhone.PURPOSE, name, idNumber);
    }

    String matchedFace(Api caller, String purpose, String name, String idNumber) {
        var started = caller.post(
                PLATFORM + "/face-verifications",
                object().put("purpose", purpose)
                        .put("name", name)
                        .put("idKind", "resident-id")
                        .put("idNumber", idNumber));
        return matched(started);
    }

    /** Has an app answer a started verification by a match. */
    String matched(Answer started) {
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var id = started.json().path("id").asText();
        decideFace(id, "matched");
        return id;
    }

    /** Gives a face verification this outcome, by an app that is registered for it. */
    void decideFace(String id, String state) {
        var app = tongban.as("admin")
                .post(
                        PLATFORM + "/clients",
                        Api.json("{'name': 'app', 'authentication': 'client_secret_basic',"
                                + " 'scopes': ['platform:face'], 'networks': []}"));
        assertThat(app.status()).as(app.toString()).isEqualTo(201);
        stored.change(
                "update core.face_verification set state = '%s', client = '%s', decided_at = started_at where id = '%s'"
                        .formatted(state, app.json().path("id").asText(), id));
    }
}
