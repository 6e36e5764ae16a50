package org.tongban.core.publicform;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.AskForCode;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.VerifyCode;
import org.tongban.core.file.FileRepository;
import org.tongban.core.file.StoredFile;
import org.tongban.core.file.UploadFile;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.publicdata.PublicForm.PhoneProof;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.internal.Exchange;

/**
 * What goes before a public form is handed in: captcha, code, files, by the very rules of the API. For writes in two
 * phases; each step leaves its audit record. Thread-safe.
 */
@Singleton
public class PublicFormSteps {
    private final Captchas captchas;
    private final AskForCode askForCode;
    private final VerifyCode verifyCode;
    private final Proofs proofs;
    private final UploadFile uploadFile;
    private final FileRepository files;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    PublicFormSteps(
            Captchas captchas,
            AskForCode askForCode,
            VerifyCode verifyCode,
            Proofs proofs,
            UploadFile uploadFile,
            FileRepository files,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.captchas = captchas;
        this.askForCode = askForCode;
        this.verifyCode = verifyCode;
        this.proofs = proofs;
        this.uploadFile = uploadFile;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /** A captcha in its two forms. */
    public record Challenge(String id, String picture, String audio) {}

    /** A code on its way, to a phone or an address that is shown masked. */
    public record SentCode(String id, String to, long minutes) {}

    /** The request only turns a page: there is nothing to record. */
    public void turnsPage(HttpRequest<?> request) {
        Exchange.changesNothing(request);
    }

    /** A new captcha. */
    public Challenge challenge() {
        var id = transactions.write(() -> {
            var made = captchas.create();
            audit.record("platform/captcha", made, Map.of());
            return made;
        });
        return new Challenge(id.toString(), Captchas.picture(id), Captchas.audio(id));
    }

    /** Uses a captcha up for what is handed in without a phone. */
    public void solve(SolvedCaptcha captcha) {
        captchas.consume(captcha);
    }

    /** Has a code sent to a phone by a captcha that was solved, which it uses up. */
    public SentCode send(PhoneProof proof, String phone, SolvedCaptcha captcha) {
        return sent(askForCode.ask(proof.realm(), proof.purpose(), phone, captcha));
    }

    /** Has a code mailed to who can use no captcha. */
    public SentCode mail(PhoneProof proof, String address) {
        return sent(askForCode.askByMail(proof.realm(), proof.purpose(), address));
    }

    private static SentCode sent(AskForCode.Asked asked) {
        return new SentCode(
                asked.sent().id().toString(),
                asked.to().masked(),
                asked.sent().lifetime().toMinutes());
    }

    /** The proof for a right code. */
    public String prove(UUID id, String code) {
        return verifyCode.prove(id, code, null).proof();
    }

    /** Takes a file from who has the proof. */
    public StoredFile upload(
            String proof, String slot, @Nullable String name, @Nullable String announced, InputStream content) {
        return uploadFile.uploadByProof(proof, slot, name, announced, content, ObjectStore.UNKNOWN_LENGTH);
    }

    /** Marks those of these files that came by the proof for removal: they count no more for its holder. */
    public void removeFiles(PhoneProof proof, String proven, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var holder = proofs.holder(proven, proof.purpose());
        if (holder.isPresent()) {
            transactions.write(() -> {
                var all = ids.stream().map(UUID::toString).toArray(String[]::new);
                int marked = files.markForRemoval(all, holder.get(), clock.now());
                audit.record("platform/file", ids.iterator().next(), Map.of("givenUp", marked));
                return marked;
            });
        }
    }

    /** Of these files those that came by the proof, by id with their names: nobody names another one's. */
    public Map<String, String> names(PhoneProof proof, String proven, Collection<UUID> ids) {
        var holder = proofs.holder(proven, proof.purpose());
        return transactions.read(() -> {
            var names = new LinkedHashMap<String, String>();
            ids.forEach(id -> files.find(id)
                    .filter(StoredFile::isThere)
                    .filter(file -> holder.filter(file.uploader()::equals).isPresent())
                    .ifPresent(file -> names.put(id.toString(), file.name())));
            return names;
        });
    }
}
