package org.tongban.core.code;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.code.Codes.Verdict;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Title;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/** Hears a code that the caller typed, and keeps a record of it whatever comes of it (CO-25). */
@Singleton
public class VerifyCode {
    private static final Violation WRONG = new Violation("/code", "wrong", new Title("验证码不正确", "Not the code"));

    private final Codes codes;
    private final Transactions transactions;
    private final AuditTrail audit;

    VerifyCode(Codes codes, Transactions transactions, AuditTrail audit) {
        this.codes = codes;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * The proof for a right code.
     *
     * @param code spaces and width do not matter
     * @param session the caller's sign-in; null for who is not signed in
     * @throws DomainException {@link CodeError#CODE_WRONG} with the tries that are left, or {@link CodeError#CODE_OVER}
     */
    public Verdict.Right prove(UUID id, String code, @Nullable UUID session) {
        return switch (verify(id, Folding.identifier(code), session)) {
            case Verdict.Right right -> right;
            case Verdict.Wrong(var left) ->
                throw DomainException.of(CodeError.CODE_WRONG, List.of(WRONG)).with("triesLeft", left);
            case Verdict.Over() -> throw DomainException.of(CodeError.CODE_OVER);
        };
    }

    private Verdict verify(UUID id, String code, @Nullable UUID session) {
        return transactions.write(() -> {
            var verdict = codes.verify(id, code, session);
            if (verdict instanceof Verdict.Right) {
                audit.record("platform/code", id, Map.of());
            } else {
                audit.recordRefusal("platform/code", id, Map.of());
            }
            return verdict;
        });
    }
}
