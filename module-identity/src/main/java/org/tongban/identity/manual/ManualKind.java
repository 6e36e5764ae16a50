package org.tongban.identity.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tongban.core.module.Title;

/** What kind of unit an officer verifies. */
enum ManualKind {
    /** A unit registered outside the mainland (ID-25). */
    NON_MAINLAND(
            "identity/enrol-non-mainland@1",
            "identity.non-mainland-enrolment",
            new Title("非大陆地区单位", "Unit outside the mainland"),
            List.of(
                    new Field("incorporationCertificate", "identity/incorporation-page"),
                    new Field("handlerIdImage", "identity/id-page"))),
    /** Temporary works without any licence (ID-26). */
    PROJECT(
            "identity/enrol-project@1",
            "identity.project-enrolment",
            new Title("无证照临时项目工程", "Temporary project without a licence"),
            List.of(new Field("stampedProof", "identity/stamped-proof")));

    private final String form;
    private final String reviewType;
    private final Title title;
    private final List<Field> files;

    ManualKind(String form, String reviewType, Title title, List<Field> files) {
        this.form = form;
        this.reviewType = reviewType;
        this.title = title;
        this.files = files;
    }

    /** A field of the form that names a file, or a list of files, of a slot. */
    record Field(String name, String slot) {}

    static ManualKind of(String code) {
        return Stream.of(values())
                .filter(kind -> kind.code().equals(code))
                .findAny()
                .orElseThrow();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String form() {
        return form;
    }

    String reviewType() {
        return reviewType;
    }

    Title title() {
        return title;
    }

    List<Field> files() {
        return files;
    }

    /** Whether files for the slot are among what the form asks for. */
    boolean takes(String slot) {
        return files.stream().anyMatch(field -> field.slot().equals(slot));
    }
}
