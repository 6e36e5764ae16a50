package org.tongban.filing.verification;

import org.tongban.core.module.Title;
import org.tongban.filing.ProductFilingModule;

/** What a unit hands in about itself: all of it (PF-5), or later what has changed (PF-8). */
enum VerificationKind {
    VERIFICATION(
            ProductFilingModule.VERIFICATION_FORM,
            new Title("单位实名认证", "Verification of a unit"),
            "/api/product-filing/v1/units/me/verification"),
    CHANGE(
            ProductFilingModule.CHANGE_FORM,
            new Title("变更单位信息", "Change of a unit's data"),
            "/api/product-filing/v1/units/me/change");

    private final String form;
    private final Title title;
    private final String link;

    VerificationKind(String form, Title title, String link) {
        this.form = form;
        this.title = title;
        this.link = link;
    }

    String form() {
        return form;
    }

    Title title() {
        return title;
    }

    /** Where it is read. */
    String link() {
        return link;
    }
}
