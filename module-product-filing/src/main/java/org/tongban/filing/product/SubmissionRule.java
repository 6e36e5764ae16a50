package org.tongban.filing.product;

import java.util.List;
import org.tongban.core.web.Violation;

/** One thing that must hold when a filing is submitted; it returns what breaks it. */
@FunctionalInterface
interface SubmissionRule {
    List<Violation> check(Submission submission);
}
