package org.tongban.sme;

import org.tongban.testkit.FormCorpus;

class FormCorpusTest extends FormCorpus {}
