package org.tongban.core.code;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.code.Codes.Verdict;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;

/** Hears a code that the caller typed, and keeps a record of it whatever comes of it (CO-25). */
@Singleton
class VerifyCode {
    private final Codes codes;
    private final Transactions transactions;
    private final AuditTrail audit;

    VerifyCode(Codes codes, Transactions transactions, AuditTrail audit) {
        this.codes = codes;
        this.transactions = transactions;
        this.audit = audit;
    }

    Verdict verify(UUID id, String code, @Nullable UUID session) {
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
