package org.tongban.membership;

import org.tongban.testkit.FormCorpus;

class FormCorpusTest extends FormCorpus {}
