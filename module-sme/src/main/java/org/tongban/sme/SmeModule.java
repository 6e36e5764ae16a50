package org.tongban.sme;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.download.Download;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;

/** Declares the support of small and medium enterprises (SM-1 to SM-25). */
public final class SmeModule implements PlatformModule {
    private static final long MEBIBYTE = 1024L * 1024;

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                form("account@1", "企业用户注册", "Registration of an enterprise's account"),
                form("enterprise@1", "企业信息", "Enterprise information"),
                form("unlock-request@1", "企业信息修改申请", "Request to unlock the enterprise information"),
                form("annual-report@2024", "2024年度企业年度信息", "Annual report of the enterprise for 2024"));
    }

    private static FormDefinition form(String name, String zh, String en) {
        return new FormDefinition("sme/" + name, new Title(zh, en));
    }

    @Override
    public List<Download> downloads() {
        return List.of(new Download("sme/user-guide", new Title("年度信息填报指南", "User guide")));
    }

    @Override
    public List<FileSlot> fileSlots() {
        var types = EnumSet.of(FileType.JPEG, FileType.PNG, FileType.PDF);
        return List.of(
                new FileSlot("sme/licence", new Title("营业执照", "Business licence"), types, 5 * MEBIBYTE, 1),
                new FileSlot(
                        "sme/report-attachment",
                        new Title("年度信息附件", "Attachment of the annual report"),
                        EnumSet.of(
                                FileType.ZIP,
                                FileType.RAR,
                                FileType.SEVEN_ZIP,
                                FileType.PDF,
                                FileType.DOC,
                                FileType.DOCX,
                                FileType.XLS,
                                FileType.XLSX,
                                FileType.JPEG,
                                FileType.PNG),
                        50 * MEBIBYTE,
                        1));
    }

    @Override
    public List<MessageTemplate> messages() {
        return SmeMessages.ALL;
    }
}
