package org.tongban.core.lostphone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.Credential;
import org.tongban.core.account.Credentials;
import org.tongban.core.account.Realms;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.me.AccountNotices;
import org.tongban.core.message.Masked;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Title;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;

/** Takes a request for another phone in the place of a lost one, in the transaction under way (CO-24b). */
@Singleton
class AskForPhone {
    /** What a new phone is sealed for, followed by the id of the request. */
    static final String NEW_PHONE = "core.lost_phone.new_phone/";

    private static final Title OTHER_PHONE =
            new Title("验证的不是所填手机号", "The proof is of another phone than the one given");

    private final LostPhoneRepository repository;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Realms realms;
    private final Proofs proofs;
    private final Forms forms;
    private final Files files;
    private final Reviews reviews;
    private final AccountNotices notices;
    private final MasterKey masterKey;
    private final BusinessClock clock;

    AskForPhone(
            LostPhoneRepository repository,
            Credentials credentials,
            Accounts accounts,
            Contacts contacts,
            Realms realms,
            Proofs proofs,
            Forms forms,
            Files files,
            Reviews reviews,
            AccountNotices notices,
            MasterKey masterKey,
            BusinessClock clock) {
        this.repository = repository;
        this.credentials = credentials;
        this.accounts = accounts;
        this.contacts = contacts;
        this.realms = realms;
        this.proofs = proofs;
        this.forms = forms;
        this.files = files;
        this.reviews = reviews;
        this.notices = notices;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /**
     * Keeps the request. Where there is no such account all is done but the review, and nothing tells (RL-10).
     *
     * @param document the form as typed, folded
     */
    LostPhoneViews.Received ask(String realm, JsonNode document) {
        if (realms.find(realm).isEmpty()) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        var faults = forms.submit(CoreModule.LOST_PHONE_FORM).check(document);
        if (!faults.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, faults);
        }
        var proof = document.path("phoneProof").asText();
        var holder = proofs.holder(proof, CodePurposes.LOST_PHONE)
                .orElseThrow(() -> DomainException.of(CodeError.PROOF_REFUSED));
        var phone = proved(proof, realm, document);
        var id = Ids.next();
        var record = new RecordRef(LostPhoneViews.RECORD, id);
        take(document, holder, record);
        var account = credentials
                .find(realm, document.path("account").asText())
                .map(Credential::account)
                .flatMap(accounts::find)
                .filter(found -> contacts.phone(found.id())
                        .filter(old -> !old.equals(phone))
                        .isPresent());
        var shown = shown(document, phone);
        repository.insert(
                id,
                account.map(Account::id).orElse(null),
                masterKey.seal(phone, NEW_PHONE + id).bytes(),
                account.isPresent() ? "asked" : "nobody",
                shown.toString(),
                clock.now());
        account.ifPresent(found -> {
            files.seal(record);
            var number = reviews.open(
                    found.id(),
                    found.person(),
                    reviewCase(CoreModule.LOST_PHONE, id, found, Documents.members(shown.toString())));
            notices.lostPhoneAsked(found, number);
        });
        return new LostPhoneViews.Received(id, clock.now());
    }

    /** A case about a request, with its document as the reviewers see it. */
    static NewCase reviewCase(String type, UUID request, Account account, Map<String, Object> document) {
        return new NewCase(type, request, account.login(), account.organisation(), null, Map.of("request", document))
                .withForms(Map.of("/request", CoreModule.LOST_PHONE_FORM));
    }

    private String proved(String proof, String realm, JsonNode document) {
        var proved = proofs.consume(proof, CodePurposes.LOST_PHONE, realm, null, "/phoneProof");
        var typed =
                MainlandMobile.parse(document.path("newPhone").asText()).value().map(MainlandMobile::value);
        if (proved instanceof Target.Phone(var phone)
                && typed.filter(phone::equals).isPresent()) {
            return phone;
        }
        throw DomainException.of(
                LostPhoneError.LOST_PHONE_REFUSED, List.of(new Violation("/phoneProof", "other-phone", OTHER_PHONE)));
    }

    /** The files that a request names. */
    static Set<UUID> documents(JsonNode document) {
        var ids = new LinkedHashSet<UUID>();
        document.path("documents").forEach(file -> ids.add(UUID.fromString(file.asText())));
        return ids;
    }

    private void take(JsonNode document, UUID holder, RecordRef record) {
        var ids = documents(document);
        var wrong = files.unattachable(holder, ids, CoreModule.ACCOUNT_PROOF, record);
        if (!wrong.isEmpty()) {
            var violations = new ArrayList<Violation>();
            for (int i = 0; i < document.path("documents").size(); i++) {
                var violation = wrong.get(
                        UUID.fromString(document.path("documents").get(i).asText()));
                if (violation != null) {
                    violations.add(violation.under("/documents/" + i));
                }
            }
            throw DomainException.of(LostPhoneError.LOST_PHONE_REFUSED, violations);
        }
        files.attach(ids, record);
    }

    private static ObjectNode shown(JsonNode document, String phone) {
        ObjectNode shown = document.deepCopy();
        shown.remove("phoneProof");
        return shown.put("newPhone", Masked.phone(phone));
    }
}
