package org.tongban.filing;

import static org.tongban.filing.ProductFilingModule.point;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.review.Decision;
import org.tongban.core.review.ReviewType;
import org.tongban.core.review.ReviewType.ChecklistItem;

/** What the module declares for the review of filings (PF-34, PF-37). */
final class FilingDeclarations {
    private static final int DUE_WORKING_DAYS = 20;

    private FilingDeclarations() {}

    static ReviewType review() {
        return new ReviewType(
                        ProductFilingModule.FILING_REVIEW,
                        new Title("产品备案审核", "Review of a filing"),
                        ProductFilingModule.REVIEW,
                        EnumSet.of(Decision.APPROVE, Decision.RETURN),
                        DUE_WORKING_DAYS,
                        "CP",
                        checklist())
                .withWithdrawal()
                .withOwnMessages();
    }

    /** PF-37. */
    private static List<ChecklistItem> checklist() {
        return List.of(
                point("common-name", "名称是行业内通行的叫法，不含品牌", "The name is the trade's own, without a brand"),
                point("field-of-use", "用途受限的产品，名称写明了用途", "A product for one use only names that use"),
                point("one-series", "只含一个系列", "It is one series only"),
                point(
                        "patents-in-use",
                        "专利都用在产品上：没有附属件的，也没有仅作防御布局的",
                        "Its patents are in use: none of accessories, none kept only as a defence"),
                point(
                        "design-matches",
                        "外观设计与实物一致；成套、组件产品按规定比对",
                        "A design is that of the product; sets and components are compared as prescribed"),
                point("patents-complete", "相关专利没有遗漏", "No patent of the product is left out"),
                point(
                        "evidence-legible",
                        "图片和证明为清晰的彩色原件，印章齐全",
                        "Pictures and proofs are legible colour originals with their seals"));
    }
}
