package org.tongban.system;

import static org.tongban.system.Visitor.OWNER;
import static org.tongban.system.Visitor.role;
import static org.tongban.system.Visitor.roleOfWholeCountry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.core.document.NewDocument;
import org.tongban.core.file.RecordRef;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Title;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.identity.application.Applications;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Rows;
import org.tongban.testkit.SamplePdf;
import org.tongban.testkit.Tongban;

/** The records of the permission matrix: unit-a's, in its province. A new kind of record needs one line in {@link #all}. */
final class MatrixRecords {
    private static final String PLATFORM = Filings.PLATFORM;
    private static final String ADMINISTRATOR = "platform-administrator";
    private static final String REVIEWER = "filing-reviewer";

    private final Tongban tongban;
    private final Filings filings;
    private final String filed;
    private final AtomicInteger names = new AtomicInteger();

    MatrixRecords(Tongban tongban) {
        this.tongban = tongban;
        filings = new Filings(
                        tongban.as("unit-a"),
                        tongban.as("admin"),
                        tongban.as("reviewer"),
                        "202121635235.X",
                        "202121741650.3")
                .withRegistry();
        filed = filings.filed(name());
    }

    /**
     * What stands behind the variables of the routes. {@code of}: a record, how it is made, and who of those with the
     * permission reaches it; {@code forAll}: what everybody sees; {@code forNobody}: what exists and is not to be seen; {@code nothingYet}:
     * what no module declares so far, so that only refusals are looked at.
     */
    Records all() {
        return new Records()
                .of(PLATFORM + "/files/{id}", filings::picture, OWNER)
                .of(PLATFORM + "/files/{id}", this::sealedPicture, OWNER.or(role(REVIEWER)))
                .of(PLATFORM + "/jobs/{id}", this::job, OWNER.or(role(ADMINISTRATOR)))
                .of(PLATFORM + "/reviews/{id}", () -> filings.reviewOf(filings.submitted(name())), role(REVIEWER))
                .of(PLATFORM + "/me/cases/{id}", () -> filings.reviewOf(filings.submitted(name())), OWNER)
                .of(PLATFORM + "/me/documents/{id}", this::receipt, OWNER)
                .forAll(PLATFORM + "/public/documents/{code}", () -> List.of(code(receipt())))
                .forAll("/verify/{code}", () -> List.of(code(receipt())))
                .of(
                        PLATFORM + "/numbers/{number}",
                        () -> number(filings.reviewOf(filings.submitted(name()))),
                        role(REVIEWER))
                .of(
                        PLATFORM + "/notices/{id}",
                        this::notice,
                        roleOfWholeCountry(ADMINISTRATOR).or(roleOfWholeCountry("notice-editor")))
                .forNobody(PLATFORM + "/public/notices/{id}", () -> List.of(notice()))
                .forNobody("/notices/{id}", () -> List.of(notice()))
                .of(PLATFORM + "/staff/{id}", this::staff, role(ADMINISTRATOR))
                .of(PLATFORM + "/clients/{id}", this::client, role(ADMINISTRATOR))
                .of(PLATFORM + "/me/sessions/{id}", this::session, OWNER)
                .of(PLATFORM + "/me/messages/{id}", this::inboxEntry, OWNER)
                .of(PLATFORM + "/messages/dead-letters/{id}", this::deadLetter, roleOfWholeCountry(ADMINISTRATOR))
                .of(PLATFORM + "/events/parked/{id}", this::parkedEvent, roleOfWholeCountry(ADMINISTRATOR))
                .of(PLATFORM + "/tasks/{id}", () -> "platform.purge-task-runs", roleOfWholeCountry(ADMINISTRATOR))
                .of(PLATFORM + "/webhooks/{id}", this::webhook, role(ADMINISTRATOR))
                .ofSeveral(
                        PLATFORM + "/webhooks/{id}/deliveries/{delivery}", this::webhookDelivery, role(ADMINISTRATOR))
                .forAll(PLATFORM + "/messages/receipts/{provider}", () -> List.of("http"))
                .of(PLATFORM + "/face-verifications/{id}", this::face, OWNER)
                .forNobody(PLATFORM + "/public/face-verifications/{id}", () -> List.of(face()))
                .of(
                        PLATFORM + "/lost-phones/{id}",
                        this::lostPhone,
                        role(ADMINISTRATOR).or(role("account-officer")))
                .of(
                        "/api/identity/v1/handler-accounts/{id}",
                        () -> handler().id().toString(),
                        visitor -> false)
                .of("/api/identity/v1/handler-applications/{id}", this::application, visitor -> false)
                .of(Filings.OWN + "/products/{id}", filings::draft, OWNER)
                .of(Filings.OWN + "/products/{id}/revocation", this::revoked, OWNER)
                .of(Filings.OWN + "/updates/{id}", this::update, OWNER.or(role("filing-manager")))
                .of(Filings.OWN + "/objections/{id}", this::objection, OWNER)
                .of(Filings.OWN + "/objections/{id}/handling", this::objection, role("objection-officer"))
                .ofSeveral(Filings.OWN + "/objections/{id}/evidence/{number}", () -> List.of(objection(), "1"), OWNER)
                .forAll(Filings.OWN + "/public/recognitions/{certificateNumber}", () -> List.of(certificate()))
                .of(Filings.OWN + "/recognitions/{id}/certificate", this::candidate, OWNER.or(role(REVIEWER)))
                .of(Filings.OWN + "/recognitions/{id}/mark.png", this::candidate, OWNER.or(role(REVIEWER)))
                .of(Filings.OWN + "/recognitions/{id}/mark.svg", this::candidate, OWNER.or(role(REVIEWER)))
                .of(Filings.OWN + "/recognitions/{id}", this::candidate, OWNER.or(roleOfWholeCountry("filing-manager")))
                .forAll(Filings.OWN + "/rounds/{year}", () -> List.of("2027"))
                .of("PUT", Filings.OWN + "/rounds/{year}", () -> "2027", roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/rounds/{year}/intake", () -> "2027", roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/rounds/{year}/scorecards", () -> "2027", roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/rounds/{year}/recognitions", () -> "2027", roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/rounds/{year}/recognition-runs", () -> "2027", roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/rounds/{year}/stages", () -> "2027", roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/stages/{id}", this::stage, roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/stage-answers/{id}", this::stageAnswer, OWNER)
                .of(Filings.OWN + "/scorecards/{id}", this::scorecard, roleOfWholeCountry("filing-manager"))
                .of(Filings.OWN + "/recognition-runs/{id}", this::run, roleOfWholeCountry("filing-manager"))
                .forAll(Filings.OWN + "/assets/{year}", () -> List.of("2025"))
                .of(Filings.OWN + "/patent-names/{id}", this::patentName, OWNER)
                .of(Filings.OWN + "/patents/{id}", () -> filings.patent("202121751980.0"), OWNER)
                .of(
                        "/api/identity/v1/manual-enrolments/{id}",
                        () -> UUID.randomUUID().toString(),
                        visitor -> false)
                .forAll("/api/{module}/v1", () -> List.of("product-filing"))
                .forAll(PLATFORM + "/forms/{module}/{form}", () -> List.of("product-filing", "product", "1"))
                .forAll(PLATFORM + "/realms/{realm}", () -> List.of("filing-unit"))
                .forAll(PLATFORM + "/captchas/{id}", () -> List.of(captcha()))
                .forAll(PLATFORM + "/dev/captchas/{id}", () -> List.of(captcha()))
                .forAll(PLATFORM + "/codes/{id}", () -> List.of(code()))
                .forAll(PLATFORM + "/calendar/{year}", () -> List.of("2026"))
                .forAll(PLATFORM + "/reference/{set}", () -> List.of("country"))
                .forAll(PLATFORM + "/public/{collection}", () -> List.of("products"))
                .forAll(PLATFORM + "/public/{collection}/suggestions", () -> List.of("products"))
                .forAll(PLATFORM + "/public/{collection}/{id}", () -> List.of("products", filed))
                .forAll(PLATFORM + "/public/files/{id}", () -> List.of(filings.pictureOf(filed)))
                .forNobody(PLATFORM + "/public/files/{id}", () -> List.of(filings.picture()))
                .forNobody(PLATFORM + "/public/files/{id}", () -> List.of(sealedPicture()))
                .forNobody(PLATFORM + "/public/{collection}/{id}", () -> List.of("products", filings.draft()))
                .forAll(PLATFORM + "/modules/{module}/contact", () -> List.of("product-filing"))
                .nothingYet(
                        PLATFORM + "/downloads/{module}/{download}", () -> List.of("product-filing", "commitment", "1"))
                .nothingYet(PLATFORM + "/agreements/{agreement}", () -> List.of("none", "1"))
                .forAll("/docs/forms/{module}/{form}", () -> List.of("product-filing", "product", "1"))
                .forAll("/forms/{module}/{form}", () -> List.of("product-filing", "objection"))
                .forAll("/assets/{name}", () -> List.of("portal.css"))
                .of("/console/reviews/{id}", () -> filings.reviewOf(filings.submitted(name())), role(REVIEWER))
                .of("/console/files/{id}", this::sealedPicture, OWNER.or(role(REVIEWER)))
                .of("/console/jobs/{id}", this::job, OWNER.or(role(ADMINISTRATOR)))
                .of("/console/messages/{id}", this::deadLetter, roleOfWholeCountry(ADMINISTRATOR))
                .of("/console/events/{id}", this::parkedEvent, roleOfWholeCountry(ADMINISTRATOR))
                .ofSeveral(
                        "/console/sections/{section}",
                        () -> List.of("platform.notices", notice(), "changeNotice"),
                        roleOfWholeCountry(ADMINISTRATOR).or(roleOfWholeCountry("notice-editor")))
                .of("/console/tasks/{id}", () -> "platform.purge-task-runs", roleOfWholeCountry(ADMINISTRATOR))
                .forAll("/openapi/{module}.json", () -> List.of("platform"))
                .forAll("/statistics/{collection}", () -> List.of("products"))
                .forAll("/sitemaps/{collection}/{name}", () -> List.of("products", "first.xml"))
                .forAll("/{collection}/{id}", () -> List.of("products", filed))
                .forNobody("/{collection}/{id}", () -> List.of("products", filings.draft()));
    }

    /** A picture that a product in review holds. */
    private String sealedPicture() {
        return filings.pictureOf(filings.submitted(name()));
    }

    private String patentName() {
        return Filings.ok(filings.unit().get(Filings.OWN + "/patent-names"))
                .json()
                .at("/items/0/id")
                .asText();
    }

    private String job() {
        return Filings.value(Filings.ok(filings.unit().post(Filings.OWN + "/patent-imports")), "id");
    }

    /** The receipt of what unit-a has handed in. */
    private String receipt() {
        var unit = filings.unit();
        var submitted = filings.reviewOf(filings.submitted(name()));
        Filings.ok(unit.get(PLATFORM + "/me/cases/" + submitted + "/receipt"));
        return Filings.value(Filings.ok(unit.get(PLATFORM + "/me/documents?limit=1")), "id");
    }

    private String code(String document) {
        for (var mine : Filings.ok(filings.unit().get(PLATFORM + "/me/documents?limit=100"))
                .json()
                .path("items")) {
            if (mine.path("id").asText().equals(document)) {
                return mine.path("code").asText();
            }
        }
        throw new AssertionError("no document " + document);
    }

    private String number(String review) {
        return Filings.value(Filings.ok(tongban.as("reviewer").get(PLATFORM + "/reviews/" + review)), "number");
    }

    /** A draft. */
    private String notice() {
        return Filings.value(Filings.ok(tongban.as("admin").post(PLATFORM + "/notices", Api.json("""
            {'module': 'platform', 'zh': {'title': '公告', 'text': '内容。'},
             'shownFrom': '2026-11-20', 'pinned': false}\
            """))), "id");
    }

    /** Another session of unit-a than the one that asks. */
    private String session() {
        tongban.signIn("unit-a");
        return Filings.value(Filings.ok(filings.unit().get(PLATFORM + "/me/sessions")), "id");
    }

    private String inboxEntry() {
        var account = UUID.fromString(Filings.value(Filings.ok(filings.unit().get(PLATFORM + "/me")), "account"));
        send(new Recipient.Account(account));
        return Filings.value(Filings.ok(filings.unit().get(PLATFORM + "/me/messages?limit=1")), "id");
    }

    /** A message that was given up. */
    private String deadLetter() {
        var phone = "+86135%08d".formatted(70_000_000 + names.incrementAndGet());
        send(new Recipient.Phone(phone));
        for (var message : tongban.outbox()) {
            if (message.path("to").asText().equals(phone)) {
                var id = message.path("id").asText();
                giveUp(id);
                return id;
            }
        }
        throw new AssertionError("no message to " + phone);
    }

    /** An event that was parked for a subscriber that nobody is. */
    private String parkedEvent() {
        var id = Ids.next();
        Rows.change(tongban, """
            insert into core.held_event
                (id, subscriber, event, txid, aggregate, state, failures, due_at, held_at)
            select ?, 'matrix.nobody-' || cast(? as text), id, txid, aggregate, 'parked', 10, at, at
            from core.event
            limit 1\
            """, id, names.incrementAndGet());
        return id.toString();
    }

    /** A webhook of operators, at an address that is never called. */
    private String webhook() {
        var id = Ids.next();
        var secret = tongban.context()
                .getBean(MasterKey.class)
                .seal("whsec_bWF0cml4bWF0cml4bWF0cml4", "core.webhook.secret" + id)
                .bytes();
        Rows.change(tongban, """
            insert into core.webhook
                (id, url, event_types, contact, secret, previous_secret, previous_until, state, paused_until,
                created_at, changed_at)
            values (?, 'https://192.0.2.1/', 'platform.holidays-changed', '', ?, '', now(), 'active', now(), now(),
                now())\
            """, id, secret);
        return id.toString();
    }

    /** What it was told: the second of two values. */
    private List<String> webhookDelivery() {
        var webhook = webhook();
        var delivery = Ids.next();
        Rows.change(tongban, """
            insert into core.webhook_delivery
                (id, webhook, event, type, aggregate, happened_at, state, attempts, due_at, gives_up_at, created_at)
            values (?, cast(? as uuid), ?, 'product-filing.product-filed', ?, now(), 'dead', 1, now(), now(), now())\
            """, delivery, webhook, Ids.next(), Ids.next());
        return List.of(webhook, delivery.toString());
    }

    private void send(Recipient recipient) {
        var said = Map.of("title", "矩阵", "number", "1", "reason", "示例");
        tongban.context().getBean(Transactions.class).write(() -> {
            tongban.context().getBean(Outbox.class).send("core.corrected", recipient, said);
            return recipient;
        });
    }

    private void giveUp(String message) {
        Rows.change(tongban, "update core.message set state = 'dead' where id = ?", UUID.fromString(message));
    }

    /** A product of which somebody asked that it be revoked. */
    private String revoked() {
        var product = filings.draft();
        Rows.change(tongban, """
            insert into product_filing.revocation (id, product, form, document, asked_by, asked_at)
            select ?, id, 'product-filing/revocation@1', '{}', created_by, now()
            from product_filing.product
            where id = cast(? as uuid)\
            """, Ids.next(), product);
        return product;
    }

    private int round() {
        int year = 2100 + names.incrementAndGet();
        Rows.change(tongban, """
            insert into product_filing.round
                (year, data_year, opens_on, closes_on, filing_deadline, version, changed_at)
            values (?, 2026, date '2027-01-01', date '2027-03-31', date '2027-08-31', 0, now())\
            """, year);
        return year;
    }

    /** A scorecard of one criterion. */
    private String scorecard() {
        var entered = Api.json("""
            {'title': '矩阵', 'criteria': [{'indicator': '有效专利', 'source': 'patents.valid',
             'comparator': 'at-least', 'benchmark': '1', 'hard': true, 'reason': '没有有效专利'}]}\
            """);
        var scorecards = Filings.OWN + "/rounds/2027/scorecards";
        return Filings.value(Filings.ok(tongban.as("filing-manager").post(scorecards, entered)), "id");
    }

    /** A dry run, which changes nothing. */
    private String run() {
        var started = Api.json("{'scorecard': '" + scorecard() + "', 'dry': true}");
        var runs = Filings.OWN + "/rounds/2027/recognition-runs";
        return Filings.value(Filings.ok(tongban.as("filing-manager").post(runs, started)), "id");
    }

    /** A stage of a round, opened on a run. */
    private String stage() {
        var id = Ids.next();
        Rows.change(tongban, """
            insert into product_filing.stage (id, year, run, title, request, due_on, created_by, created_at)
            select ?, year, id, '矩阵', '矩阵', date '2027-09-30', started_by, started_at
            from product_filing.recognition_run
            where id = cast(? as uuid)\
            """, id, run());
        return id.toString();
    }

    /** What unit-a is asked in one. */
    private String stageAnswer() {
        var id = Ids.next();
        Rows.change(tongban, """
            insert into product_filing.stage_answer (id, stage, recognition, files, version)
            values (?, cast(? as uuid), cast(? as uuid), '{}', 1)\
            """, id, stage(), candidate());
        return id.toString();
    }

    /** A recognition on which nothing is decided; a product has one in each round. */
    private String candidate() {
        var id = Ids.next();
        Rows.change(tongban, """
            insert into product_filing.recognition (id, product, unit, year, state, version, created_at, changed_at)
            select ?, id, unit, ?, 'CANDIDATE', 1, now(), now()
            from product_filing.product
            where id = cast(? as uuid)\
            """, id, round(), filed);
        return id.toString();
    }

    /** The number of the certificate of a recognition that is over. */
    private String certificate() {
        var context = tongban.context();
        var id = Ids.next();
        return context.getBean(Transactions.class).write(() -> {
            var number = context.getBean(Numbers.class).next("RD");
            Rows.change(tongban, """
                insert into product_filing.recognition
                    (id, product, unit, year, state, publicity_start, recognised_on, valid_until, certificate_number,
                    version, created_at, changed_at)
                select ?, id, unit, ?, 'EXPIRED', date '2025-01-02', date '2025-02-01', date '2026-01-31', ?, 1, now(),
                    now()
                from product_filing.product
                where id = cast(? as uuid)\
                """, id, round(), number, filed);
            context.getBean(IssuedDocuments.class)
                    .issue(new NewDocument(
                            "product-filing/recognition",
                            number,
                            new Title("认定证书", "Certificate"),
                            "某单位",
                            "某中心",
                            null,
                            new RecordRef("product-filing/recognition", id),
                            LocalDate.of(2025, 2, 1),
                            LocalDate.of(2026, 1, 31),
                            List.of()));
            return number;
        });
    }

    /** An update that the unit missed; a product has one in each round. */
    private String update() {
        var id = Ids.next();
        int year = round();
        Rows.change(tongban, """
            insert into product_filing.product_update
                (id, product, unit, year, data_year, state, form, document, version, created_at, changed_at)
            select ?, id, unit, ?, 2026, 'MISSED', 'product-filing/update@2027', '{}', 1, now(), now()
            from product_filing.product
            where id = cast(? as uuid)\
            """, id, year, filed);
        return id.toString();
    }

    /** An objection to a product of unit-a's, which was asked for its statement and may see one material. */
    private String objection() {
        var id = Ids.next();
        var number = tongban.context()
                .getBean(Transactions.class)
                .write(() -> tongban.context()
                        .getBean(Reviews.class)
                        .openWithoutAccount(
                                new NewCase("product-filing.objection", id, "matrix", null, "410000", Map.of())));
        var picture = filings.picture();
        var objector = tongban.context()
                .getBean(MasterKey.class)
                .seal("{}", "product_filing.objection.objector" + id)
                .bytes();
        Rows.change(
                tongban,
                """
                insert into product_filing.objection
                    (id, product, unit, number, state, form, document, objector, phone_index, address_index, text_index,
                     code_hash, received_on, redacted, shown_evidence, statement_id, asked_on, version, created_at,
                     changed_at)
                select ?, id, unit, ?, 'STATEMENT_ASKED', 'product-filing/objection@1',
                    jsonb_build_object('evidence', jsonb_build_array(?)), ?, ?, '', '', '', date '2026-11-20', 'matrix',
                    '[1]', ?, date '2026-11-20', 1, now(), now()
                from product_filing.product
                where id = cast(? as uuid)\
                """,
                id,
                number,
                picture,
                objector,
                id.toString().getBytes(StandardCharsets.US_ASCII),
                Ids.next(),
                filed);
        Rows.change(
                tongban,
                "update core.file set record_type = 'product-filing/objection', record_id = ? where id = cast(? as"
                        + " uuid)",
                id,
                picture);
        return id.toString();
    }

    private String face() {
        var person = Api.json("{'purpose': 'matrix.face', 'name': '张三', 'idKind': 'resident-id',"
                + " 'idNumber': '11010519491231002X'}");
        return Filings.value(Filings.ok(filings.unit().post(PLATFORM + "/face-verifications", person)), "id");
    }

    private String captcha() {
        return Filings.value(Filings.ok(tongban.anonymous().post(PLATFORM + "/captchas")), "id");
    }

    private String code() {
        var wanted = "{'realm': 'filing-unit', 'purpose': 'register', 'email': 'matrix-%d@example.org'}"
                .formatted(names.incrementAndGet());
        return Filings.value(Filings.ok(tongban.anonymous().post(PLATFORM + "/codes", Api.json(wanted))), "id");
    }

    private String client() {
        var wanted =
                Api.json("{'name': 'matrix', 'authentication': 'client_secret_basic', 'scopes': [], 'networks': []}");
        return Filings.value(Filings.ok(filings.administrator().post(PLATFORM + "/clients", wanted)), "id");
    }

    /** A request for another phone of an account that there is not. */
    private String lostPhone() {
        var proof = Proofs.ofPhone(
                tongban,
                tongban.anonymous(),
                "filing-unit",
                "lost-phone",
                "+86136%08d".formatted(70_000_000 + names.incrementAndGet()));
        var asked = tongban.anonymous().with("Code-Proof", proof);
        var document = asked.bytes(
                "POST", PLATFORM + "/public/files?slot=platform/account-proof", SamplePdf.small(), "application/pdf");
        var form = Api.json(
                "{'account': 'nobody', 'newPhone': '136%08d', 'phoneProof': '%s', 'explanation': '原手机号已停机。', 'documents': ['%s']}"
                        .formatted(70_000_000 + names.get(), proof, Filings.value(Filings.ok(document), "id")));
        return Filings.value(
                Filings.ok(tongban.anonymous().post(PLATFORM + "/realms/filing-unit/lost-phones", form)), "id");
    }

    /** The account of a handler of an organisation that none of the visitors acts for. */
    private HandlerAccount handler() {
        var context = tongban.context();
        return context.getBean(Transactions.class).write(() -> {
            var organisation = context.getBean(OrganisationDirectory.class)
                    .register("matrix-handler-" + names.incrementAndGet(), "某单位", List.of(), Visitors.PROVINCE);
            var phone = "+86134%08d".formatted(70_000_000 + names.incrementAndGet());
            var account = context.getBean(Accounts.class)
                    .create(new NewAccount(
                            "handler",
                            "matrix_" + names.incrementAndGet(),
                            null,
                            true,
                            null,
                            organisation.id(),
                            phone,
                            null,
                            Set.of()));
            var document = new IdDocument(IdDocument.Kind.RESIDENT_ID, "11010519491231002X");
            return context.getBean(HandlerAccountMoves.class)
                    .add(account.id(), organisation.id(), new HandlerAccountMoves.Handler("张三", document, phone, null));
        });
    }

    private String application() {
        var account = handler();
        var context = tongban.context();
        return context.getBean(Transactions.class)
                .write(() -> context.getBean(Applications.class).add(account))
                .id()
                .toString();
    }

    /** One of staff in the province of the records. */
    private String staff() {
        var wanted = "{'login': 'matrix-%d', 'roles': [], 'region': '%s'}"
                .formatted(names.incrementAndGet(), Visitors.PROVINCE);
        return Filings.value(Filings.ok(filings.administrator().post(PLATFORM + "/staff", Api.json(wanted))), "id");
    }

    private String name() {
        return "权限矩阵巡检仪%d型".formatted(names.incrementAndGet());
    }
}
