-- PF-50: what the runs of a round found of one product, for who decides on it.
create index recognition_result_of_one on product_filing.recognition_result (recognition, run desc);
