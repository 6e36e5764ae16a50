package org.tongban.filing.product;

import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.module.Title;
import org.tongban.core.state.State;

/** Where a filing stands (PF-80). */
public enum ProductState implements State {
    DRAFT(new Title("未提交", "Not submitted")),
    IN_REVIEW(new Title("审核中", "In review")),
    RETURNED(new Title("不通过", "Returned")),
    FILED(new Title("已备案", "Filed")),
    REVOCATION_IN_REVIEW(new Title("撤销审核中", "Revocation in review")),
    REVOKED(new Title("已撤销备案", "Revoked"));

    private final Title title;

    ProductState(Title title) {
        this.title = title;
    }

    /** The state of a code. */
    static Optional<ProductState> of(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findAny();
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public boolean isFinal() {
        // A revoked one comes back where its revocation falls in a re-examination (CO-46d).
        return false;
    }

    /** Whether the unit may change the content: it is locked from submission on (PF-34). */
    boolean isEditable() {
        return switch (this) {
            case DRAFT, RETURNED -> true;
            case IN_REVIEW, FILED, REVOCATION_IN_REVIEW, REVOKED -> false;
        };
    }
}
