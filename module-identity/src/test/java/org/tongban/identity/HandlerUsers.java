package org.tongban.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.Passwords;
import org.tongban.core.account.UnitCode;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.web.Transactions;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccountMoves.Handler;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;
import org.tongban.testkit.Tongban;

/** Accounts of handlers that work, made without their enrolment. */
final class HandlerUsers {
    private final Tongban tongban;

    HandlerUsers(Tongban tongban) {
        this.tongban = tongban;
    }

    /** A handler who can sign in. */
    record User(UUID account, String username, String phone, String idNumber, Organisation organisation) {}

    OrganisationDirectory directory() {
        return bean(OrganisationDirectory.class);
    }

    HandlerAccounts accounts() {
        return bean(HandlerAccounts.class);
    }

    HandlerAccountMoves moves() {
        return bean(HandlerAccountMoves.class);
    }

    Organisation unit(UnitCode code) {
        return inOne(() -> directory().register(code, "示例单位" + code.text(), List.of(), "330000"));
    }

    Organisation unit() {
        return unit(new UnitCode.Uscc(Fresh.uscc()));
    }

    User user(Organisation unit) {
        return user(unit, Fresh.phone(), Fresh.idNumber());
    }

    User user(Organisation unit, String phone, String idNumber) {
        var username = "user_" + phone.substring(3) + Fresh.phone().substring(8);
        var hash = bean(Passwords.class).hash(IdentitySteps.PASSWORD);
        return inOne(() -> {
            var account = bean(Accounts.class)
                    .create(new NewAccount(
                            IdentityRealms.HANDLER,
                            username,
                            hash,
                            false,
                            null,
                            unit.id(),
                            "+86" + phone,
                            null,
                            Set.of()));
            var document = new IdDocument(IdDocument.Kind.RESIDENT_ID, idNumber);
            var added = moves().add(account.id(), unit.id(), new Handler(Fresh.name(), document, "+86" + phone, null));
            moves().activate(added, UserMove.ACTIVATE, IdentityActor.PLATFORM, Authority.HANDLER);
            return new User(account.id(), username, phone, idNumber, unit);
        });
    }

    <T> T inOne(Supplier<T> work) {
        return bean(Transactions.class).write(work);
    }

    private <T> T bean(Class<T> type) {
        return tongban.context().getBean(type);
    }
}
