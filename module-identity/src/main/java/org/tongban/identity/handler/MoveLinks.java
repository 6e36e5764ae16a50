package org.tongban.identity.handler;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.tongban.core.account.AccountHolds;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Capacity;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.identity.organisation.OrganisationAccounts;

/** Gives the links of a person, present and former, to another that is the same one (ID-44); in the transaction under way. */
@Singleton
public class MoveLinks {
    private final LinkRepository links;
    private final OrganisationAccounts organisations;
    private final Accounts accounts;
    private final AccountHolds holds;
    private final OrganisationDirectory directory;

    MoveLinks(
            LinkRepository links,
            OrganisationAccounts organisations,
            Accounts accounts,
            AccountHolds holds,
            OrganisationDirectory directory) {
        this.links = links;
        this.organisations = organisations;
        this.accounts = accounts;
        this.holds = holds;
        this.directory = directory;
    }

    /** Whether each of two persons handles business that one person may not handle together (ID-7). */
    public boolean bothHandle(UUID one, UUID other) {
        return links.bothHandle(one, other);
    }

    /** Moves them, and answers the ids of those that hold now; the person's account cannot be closed while there are any. */
    public List<UUID> move(UUID from, UUID to, UUID fromAccount, UUID toAccount) {
        var present = links.lockPresentOf(from);
        links.move(from, to);
        if (!present.isEmpty()) {
            holds.remove(fromAccount, HandlerLinks.HOLD);
            holds.put(toAccount, HandlerLinks.HOLD, HandlerLinks.HELD);
        }
        present.stream().filter(HandlerLink::holds).forEach(link -> {
            directory.removeHandler(link.organisation(), from);
            directory.addHandler(link.organisation(), to);
            var account = organisations.of(link.organisation()).account();
            if (account != null) {
                accounts.actAs(account, to, Capacity.HANDLER);
            }
        });
        return present.stream().map(HandlerLink::id).toList();
    }
}
