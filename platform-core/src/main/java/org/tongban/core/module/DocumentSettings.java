package org.tongban.core.module;

import java.util.List;
import org.tongban.core.module.Setting.Kind;

/** The settings of what is printed (CO-60). */
final class DocumentSettings {
    static final List<Setting> ALL = List.of(Setting.unset(
            "platform.documents.seal",
            Kind.TEXT,
            "a PNG file with the issuer's seal, printed on certificates above the issuer's name"));

    private DocumentSettings() {}
}
