package org.tongban.core.message.provider;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * An account with Tencent Cloud SMS, {@code platform.sms.tencent.*} (CO-42).
 *
 * @param appId the SdkAppId of the application there
 * @param sign the approved signature, without brackets
 */
@ConfigurationProperties("platform.sms.tencent")
record TencentSettings(
        @Nullable String secretId,
        @Nullable String secretKey,
        @Nullable String appId,
        @Nullable String sign,
        @Bindable(defaultValue = "ap-guangzhou") String region,

        @Bindable(defaultValue = "https://sms.tencentcloudapi.com")
        String endpoint) {
    @Override
    public String toString() {
        return "TencentSettings[…]";
    }
}
