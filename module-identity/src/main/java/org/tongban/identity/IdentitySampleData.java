package org.tongban.identity;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.agreement.SampleAgreements;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.module.SampleData;
import org.tongban.core.web.Transactions;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccountMoves.Handler;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** The agreements that registrations accept, an officer, and a handler of a unit; all others register themselves. */
@Singleton
@Requires(property = "platform.demo", value = "true")
class IdentitySampleData implements SampleData {
    private static final IdDocument NUMBER = new IdDocument(IdDocument.Kind.RESIDENT_ID, "33010619900308001X");

    private final SampleAgreements agreements;
    private final SampleAccounts accounts;
    private final Accounts known;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final OrganisationDirectory organisations;
    private final Transactions transactions;

    IdentitySampleData(
            SampleAgreements agreements,
            SampleAccounts accounts,
            Accounts known,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            OrganisationDirectory organisations,
            Transactions transactions) {
        this.agreements = agreements;
        this.accounts = accounts;
        this.known = known;
        this.handlers = handlers;
        this.moves = moves;
        this.organisations = organisations;
        this.transactions = transactions;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public void load() {
        agreements.put(
                IdentityRealms.PERSON_TERMS,
                "示例：注册人对所填信息的真实性负责。",
                "Sample: who registers answers for the data being true.");
        agreements.put(
                IdentityRealms.ORGANISATION_TERMS,
                "示例：法人对所填信息的真实性和经办人的行为负责。",
                "Sample: the organisation answers for its data and for what its handler does.");
        agreements.put(
                IdentityRealms.ENROLMENT_TERMS,
                "示例：经办人对所填信息的真实性和以单位名义办理的事项负责。",
                "Sample: the handler answers for the data and for what is done in the organisation's name.");
        accounts.putStaff("identity-reviewer", "identity-reviewer");
        handler("handler_a", new Handler("林小溪", NUMBER, "+8613800000031", null));
    }

    private void handler(String login, Handler handler) {
        var unit = organisations.register("91330108000000035F", "海川示例智能装备有限公司", List.of(), "330000");
        accounts.put(
                IdentityRealms.HANDLER,
                login,
                hash -> NewAccount.applicant(IdentityRealms.HANDLER, login, hash, null, unit.id())
                        .withPhone(handler.phone()));
        transactions.write(() -> known.find(IdentityRealms.HANDLER, login)
                .filter(account -> handlers.find(account.id()).isEmpty())
                .map(account -> moves.add(account.id(), unit.id(), handler))
                .map(added ->
                        moves.activate(added, UserMove.ACTIVATE, IdentityActor.PLATFORM, Authority.ADMINISTRATOR)));
    }
}
