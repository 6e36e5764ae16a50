package org.tongban.filing.product;

import static org.tongban.filing.FilingActor.REVIEWER;
import static org.tongban.filing.FilingActor.UNIT;
import static org.tongban.filing.product.ProductState.DRAFT;
import static org.tongban.filing.product.ProductState.FILED;
import static org.tongban.filing.product.ProductState.IN_REVIEW;
import static org.tongban.filing.product.ProductState.RETURNED;
import static org.tongban.filing.product.ProductState.REVOCATION_IN_REVIEW;
import static org.tongban.filing.product.ProductState.REVOKED;

import org.tongban.core.state.Move;
import org.tongban.core.state.Row;
import org.tongban.filing.ProductFiled;
import org.tongban.filing.ProductReinstated;
import org.tongban.filing.ProductRevoked;

/** Every move of a filing: who makes it, from where, to where, what is sent and published (PF-80). */
public enum ProductMove implements Move<ProductState> {
    SUBMIT(Row.of(UNIT, DRAFT, RETURNED).to(IN_REVIEW)),
    /** Only of a product that was never filed; what is deleted has no state. */
    DELETE(Row.of(UNIT, DRAFT, RETURNED)),
    WITHDRAW(Row.of(UNIT, IN_REVIEW).to(DRAFT)),
    APPROVE(Row.of(REVIEWER, IN_REVIEW).to(FILED).sends("filing.filed").publishes(ProductFiled.class)),
    RETURN(Row.of(REVIEWER, IN_REVIEW).to(RETURNED).sends("filing.returned")),
    ASK_REVOCATION(Row.of(UNIT, FILED).to(REVOCATION_IN_REVIEW)),
    APPROVE_REVOCATION(Row.of(REVIEWER, REVOCATION_IN_REVIEW)
            .to(REVOKED)
            .sends("filing.revoked")
            .publishes(ProductRevoked.class)),
    REFUSE_REVOCATION(Row.of(REVIEWER, REVOCATION_IN_REVIEW).to(FILED).sends("filing.revocation-refused")),
    /** The unit itself takes back what it asked: nobody is told that it was refused. */
    WITHDRAW_REVOCATION(Row.of(UNIT, REVOCATION_IN_REVIEW).to(FILED)),
    CONFIRM_REVOCATION(Row.of(UNIT, FILED).to(REVOKED).sends("filing.revoked").publishes(ProductRevoked.class)),
    /** The revocation fell in its re-examination (CO-46d). */
    REINSTATE(Row.of(REVIEWER, REVOKED).to(FILED).publishes(ProductReinstated.class));

    private final Row<ProductState> row;

    ProductMove(Row<ProductState> row) {
        this.row = row;
    }

    @Override
    public Row<ProductState> row() {
        return row;
    }
}
