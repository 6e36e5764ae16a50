package org.tongban.core.review.list;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.CaseState;
import org.tongban.core.web.Transactions;

/** What an account has in review (CO-24b). */
@Singleton
public class OpenCases {
    private final CaseRepository repository;
    private final Transactions transactions;

    OpenCases(CaseRepository repository, Transactions transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    /** A case by the number that people know it by. */
    public record OpenCase(String number, String title) {}

    /** What a case of this state is called, wherever it is shown. */
    public static Title stateTitle(String state) {
        return CaseState.of(state).title();
    }

    /** The undecided cases that the account submitted. */
    public List<OpenCase> of(UUID account) {
        return transactions.read(() -> repository.undecidedOf(account)).stream()
                .map(row -> new OpenCase(row.number(), row.title()))
                .toList();
    }
}
