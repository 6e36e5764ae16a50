package org.tongban.core.me;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Contacts;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.CodePurposes;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.message.Masked;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Binds a phone to an account, or another in its place (CO-23, CO-24b), and confirms its e-mail, in the transaction under way. */
@Singleton
public class ChangePhone {
    private static final Title OF_OLD = new Title("须验证原手机号", "The proof of the present phone is needed");
    private static final Title NO_PHONE = new Title("须以短信验证码验证手机", "A code sent to a phone is needed");
    private static final Title NO_EMAIL = new Title("须以邮件验证码验证邮箱", "A code sent to a mailbox is needed");

    private final Accounts accounts;
    private final Contacts contacts;
    private final Proofs proofs;
    private final AccountNotices notices;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ChangePhone(
            Accounts accounts,
            Contacts contacts,
            Proofs proofs,
            AccountNotices notices,
            BusinessClock clock,
            AuditTrail audit) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.proofs = proofs;
        this.notices = notices;
        this.clock = clock;
        this.audit = audit;
    }

    /** Takes the phone that the new proof proves; where there is one already, its own proof is needed too. */
    public void change(Caller caller, @Nullable String oldProof, String newProof) {
        var account = accounts.find(caller.account()).orElseThrow();
        var old = contacts.phone(account.id()).orElse(null);
        if (old != null) {
            requireOld(caller, oldProof, old);
        }
        take(caller, account, old, newProof);
    }

    /**
     * The same for an owner who was proved in another way than by the present phone, say by the face (ID-2).
     *
     * @param newProof of the next phone, asked for in this session for {@code change-phone}
     */
    public void changeOfProved(Caller caller, String newProof) {
        var account = accounts.find(caller.account()).orElseThrow();
        take(caller, account, contacts.phone(account.id()).orElse(null), newProof);
    }

    private void take(Caller caller, Account account, @Nullable String old, String newProof) {
        var purpose = old == null ? CodePurposes.BIND_PHONE : CodePurposes.CHANGE_PHONE;
        var proved = proofs.consume(newProof, purpose, caller.realm(), caller.session(), "/newProof");
        if (!(proved instanceof Target.Phone(var phone))) {
            throw refused("/newProof", NO_PHONE);
        }
        contacts.setPhone(account, phone);
        if (old != null && !old.equals(phone)) {
            notices.phoneChange(account, old, clock.now());
        }
        audit.record("platform/account", account.id(), Map.of("phone", Masked.phone(phone)));
    }

    private void requireOld(Caller caller, @Nullable String proof, String phone) {
        if (proof == null) {
            throw refused("/oldProof", OF_OLD);
        }
        var proved = proofs.consume(proof, CodePurposes.CHANGE_PHONE, caller.realm(), caller.session(), "/oldProof");
        if (!proved.equals(new Target.Phone(phone))) {
            throw refused("/oldProof", OF_OLD);
        }
    }

    /** Takes the e-mail address that the proof proves; it is confirmed by that. */
    void confirmEmail(Caller caller, String proof) {
        UUID id = caller.account();
        var proved = proofs.consume(proof, CodePurposes.CONFIRM_EMAIL, caller.realm(), caller.session());
        if (!(proved instanceof Target.Email(var address))) {
            throw refused("/proof", NO_EMAIL);
        }
        contacts.confirmEmail(accounts.find(id).orElseThrow(), address, clock.now());
        audit.record("platform/account", id, Map.of("email", Masked.email(address)));
    }

    private static DomainException refused(String pointer, Title why) {
        return DomainException.of(CodeError.PROOF_REFUSED, List.of(new Violation(pointer, "proof-refused", why)));
    }
}
