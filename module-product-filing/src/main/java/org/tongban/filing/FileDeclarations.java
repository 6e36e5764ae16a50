package org.tongban.filing;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.download.Download;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.module.Title;

/** What the module takes and gives as files (Fields 9). */
final class FileDeclarations {
    private static final long MEBIBYTE = 1024L * 1024;

    static final List<Download> DOWNLOADS = List.of(
            new Download("product-filing/commitment", new Title("诚信承诺书（空白）", "Integrity commitment (blank)")),
            new Download("product-filing/licence-rates", new Title("专利许可费率表", "Table of licence rates")),
            new Download("product-filing/user-guide", new Title("备案认定操作指南", "User guide")));

    private FileDeclarations() {}

    static List<FileSlot> slots() {
        var images = EnumSet.of(FileType.PNG, FileType.BMP, FileType.JPEG);
        var documents = EnumSet.of(FileType.PNG, FileType.BMP, FileType.JPEG, FileType.PDF);
        return List.of(
                new FileSlot("product-filing/picture", new Title("产品图片", "Pictures"), images, 5 * MEBIBYTE, 10),
                new FileSlot(
                        "product-filing/pdf-20",
                        new Title("证明文件", "Proofs"),
                        EnumSet.of(FileType.PDF),
                        20 * MEBIBYTE,
                        5),
                new FileSlot(
                        "product-filing/video",
                        new Title("产品介绍视频", "Videos"),
                        EnumSet.of(FileType.MP4),
                        20 * MEBIBYTE,
                        3),
                new FileSlot(
                        "product-filing/certificate",
                        new Title("证照和承诺书", "Certificates and commitments"),
                        documents,
                        5 * MEBIBYTE,
                        1),
                ObjectionDeclarations.SLOT);
    }
}
