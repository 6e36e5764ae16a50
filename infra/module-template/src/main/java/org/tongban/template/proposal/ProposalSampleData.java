package org.tongban.template.proposal;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.module.SampleData;
import org.tongban.template.TemplateProgrammeModule;

/**
 * Two organisations with an account each, and a reviewer, for {@code --demo} and the tests. Phones are made up, and so are
 * the credit codes; the organisations are those of other programmes' sample data, as one organisation has one record.
 */
@Singleton
@Requires(property = "platform.demo", value = "true")
class ProposalSampleData implements SampleData {
    private final OrganisationDirectory organisations;
    private final SampleAccounts accounts;

    ProposalSampleData(OrganisationDirectory organisations, SampleAccounts accounts) {
        this.organisations = organisations;
        this.accounts = accounts;
    }

    @Override
    public String module() {
        return TemplateProgrammeModule.ID;
    }

    @Override
    public void load() {
        account("template-programme-a", "+8613800000001", "12410100000000019R", "中科大数据研究院", "410000");
        account("template-programme-b", "+8613800000002", "91110108000000027Y", "北京新联铁集团股份有限公司", "110000");
        accounts.putStaff(TemplateProgrammeModule.REVIEWER, TemplateProgrammeModule.REVIEWER);
    }

    private void account(String login, String phone, String uscc, String name, String region) {
        var organisation = organisations.register(uscc, name, List.of(), region);
        var realm = TemplateProgrammeModule.REALM;
        accounts.put(
                realm,
                login,
                hash -> NewAccount.applicant(realm, login, hash, null, organisation.id())
                        .withPhone(phone));
    }
}
