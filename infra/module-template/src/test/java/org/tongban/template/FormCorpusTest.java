package org.tongban.template;

import org.tongban.testkit.FormCorpus;

class FormCorpusTest extends FormCorpus {}
