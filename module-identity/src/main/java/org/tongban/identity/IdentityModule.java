package org.tongban.identity;

import java.util.EnumSet;
import java.util.List;
import org.tongban.core.download.Download;
import org.tongban.core.file.FileSlot;
import org.tongban.core.file.FileType;
import org.tongban.core.form.FormDefinition;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;

/** Declares the registry of persons, organisations and handlers (ID-1 to ID-13). */
public final class IdentityModule implements PlatformModule {
    private static final long MEBIBYTE = 1024L * 1024;

    @Override
    public List<FormDefinition> forms() {
        return List.of(
                form("person@1", "自然人注册", "Registration of a person"),
                form("organisation@1", "法人注册", "Registration of an organisation"),
                form("handler-link@1", "关联经办人", "Link with a handler"),
                form("id-renewal@1", "证件有效期更新", "Renewal of an ID's validity"),
                form("organisation-change@1", "法人信息变更", "Change of an organisation's data"),
                form("enrol-in-province@1", "省内单位信息认证", "Unit of the province: information verification"),
                form("enrol-out-of-province@1", "省外单位信息认证", "Unit of another province: information verification"),
                form("create-user@1", "创建用户", "Create a user"),
                form("enrol-non-mainland@1", "非大陆地区单位人工认证", "Unit outside the mainland: manual verification"),
                form("enrol-project@1", "无证照临时项目工程人工认证", "Temporary project without a licence: manual verification"),
                form("recover@1", "找回账号", "Recover an account"));
    }

    private static FormDefinition form(String name, String zh, String en) {
        return new FormDefinition("identity/" + name, new Title(zh, en));
    }

    @Override
    public List<Download> downloads() {
        return List.of(new Download("identity/user-guide", new Title("注册和找回账号指南", "User guide")));
    }

    @Override
    public List<FileSlot> fileSlots() {
        var page = EnumSet.of(FileType.JPEG);
        var stamped = EnumSet.of(FileType.JPEG, FileType.PNG, FileType.PDF);
        var certificate = EnumSet.of(FileType.PNG, FileType.BMP, FileType.JPEG, FileType.PDF);
        return List.of(
                slot("certificate", new Title("证照", "Certificates"), certificate, 1),
                slot("incorporation-page", new Title("单位开业证书信息页", "Certificate of incorporation"), page, 1),
                slot("id-page", new Title("证件信息页", "Image of an ID"), page, 1).withIdentityDocuments(),
                slot("stamped-proof", new Title("盖章证明文件", "Stamped proofs"), stamped, 3));
    }

    private static FileSlot slot(String name, Title title, EnumSet<FileType> types, int most) {
        return new FileSlot("identity/" + name, title, types, 5 * MEBIBYTE, most);
    }

    @Override
    public List<MessageTemplate> messages() {
        return IdentityMessages.ALL;
    }
}
