package org.tongban.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongban.core.contact.ContactBoard;
import org.tongban.core.download.DownloadBoard;
import org.tongban.core.download.ShownDownload;
import org.tongban.core.module.Contact;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleDescriptor;
import org.tongban.core.module.Title;

/** A made-up contact and download. */
final class SampleBoards implements ContactBoard, DownloadBoard {
    @Override
    public Optional<Contact> of(ModuleDescriptor module) {
        return module.id().equals("platform")
                ? Optional.empty()
                : Optional.of(new Contact(
                        "010-0000 0000",
                        new Title("工作日 9:00-17:00", "9:00 to 17:00 on working days"),
                        new Title("北京市 <某> 路 1 号", "1 Some Road, Beijing")));
    }

    @Override
    public List<ShownDownload> shown(Language language) {
        return List.of(new ShownDownload(
                "product-filing",
                language == Language.EN ? "Commitment (blank)" : "诚信承诺书（空白）",
                "承诺书.docx",
                20_480,
                3,
                LocalDate.of(2026, 11, 2),
                "/api/platform/v1/downloads/product-filing/commitment/file"));
    }
}
