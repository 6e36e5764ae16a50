package org.tongban.core.message.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The signatures against the worked examples that the vendors publish. */
@Tag("CO-42")
class SignaturesTest {
    /** Tencent Cloud, "Signature v3": DescribeInstances at 1551113065. */
    @Test
    void tencents_is_that_of_its_example() {
        var body =
                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
        var signature =
                new TencentSignature("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "cvm");
        assertThat(signature.authorization(
                        "application/json; charset=utf-8",
                        "cvm.tencentcloudapi.com",
                        Signing.utf8(body),
                        Instant.ofEpochSecond(1_551_113_065)))
                .isEqualTo("TC3-HMAC-SHA256"
                        + " Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request,"
                        + " SignedHeaders=content-type;host,"
                        + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    }

    /** Aliyun, "V3 request syntax and signature": RunInstances of 2023-10-26. */
    @Test
    void aliyuns_is_that_of_its_example() {
        var query = Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId", "cn-shanghai");
        var headers = new TreeMap<>(Map.of(
                "host", "ecs.cn-shanghai.aliyuncs.com",
                "x-acs-action", "RunInstances",
                "x-acs-content-sha256", AliyunSignature.NO_BODY,
                "x-acs-date", "2023-10-26T10:22:32Z",
                "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                "x-acs-version", "2014-05-26"));
        assertThat(new AliyunSignature("YourAccessKeyId", "YourAccessKeySecret").authorization(query, headers))
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void aliyuns_query_is_encoded_as_rfc_3986_has_it() {
        assertThat(AliyunSignature.query(Map.of("b", "~*+ /", "a", "编号")))
                .isEqualTo("a=%E7%BC%96%E5%8F%B7&b=~%2A%2B%20%2F");
    }
}
