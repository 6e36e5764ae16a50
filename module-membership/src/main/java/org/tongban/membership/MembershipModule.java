package org.tongban.membership;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.download.Download;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;

/** Declares the membership of an association (MB-1 to MB-21). */
public final class MembershipModule implements PlatformModule {
    private static final long MEBIBYTE = 1024L * 1024;

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                form("agency@1", "专利代理机构入会申请", "Application of an agency"),
                form("attorney@1", "专利代理师入会申请", "Application of an attorney"),
                form("industry-organisation@1", "行业组织入会申请", "Application of an industry organisation"),
                form("non-practising@1", "非执业会员入会申请", "Application of a non-practising member"),
                form("declaration@1", "会费缴纳申报确认单", "Declaration of dues"),
                form("reduction@1", "会费减免申请", "Request to reduce dues"),
                form("certificate-post@1", "会员证邮寄", "Certificate by post"),
                form("certificate-change@1", "会员证信息修改", "Change of a certificate's data"),
                form("recruitment@1", "招聘信息", "Recruitment"),
                form("agency-change@1", "变更所属机构", "Change of agency"),
                form("withdrawal@1", "退会", "Leaving the association"),
                form("invoice-request@1", "收据或发票", "Receipt or invoice"));
    }

    private static FormDefinition form(String name, String zh, String en) {
        return new FormDefinition("membership/" + name, new Title(zh, en));
    }

    @Override
    public List<Download> downloads() {
        return List.of(new Download("membership/user-guide", new Title("会员服务操作指南", "User guide")));
    }

    @Override
    public List<FileSlot> fileSlots() {
        return List.of(
                new FileSlot(
                        "membership/scan",
                        new Title("证书和证明扫描件", "Scans of certificates and proofs"),
                        EnumSet.of(FileType.JPEG, FileType.PNG, FileType.PDF),
                        5 * MEBIBYTE,
                        5),
                new FileSlot(
                                "membership/photo",
                                new Title("会员证照片", "Photo for the certificate"),
                                EnumSet.of(FileType.JPEG, FileType.PNG),
                                2 * MEBIBYTE,
                                1)
                        .withPixels(295, 413),
                new FileSlot(
                        "membership/bank-statement",
                        new Title("银行对账单", "Bank statements"),
                        EnumSet.of(FileType.CSV, FileType.XML),
                        20 * MEBIBYTE,
                        1));
    }

    @Override
    public List<MessageTemplate> messages() {
        return MembershipMessages.ALL;
    }
}
