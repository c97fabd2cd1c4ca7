/// The smallest site that has a figure to hide: the seven men of 2024. What a test changes is said in
/// the test.
let smallSite = """
  -- site.yaml --
  formatVersion: 1
  title: Trang thử
  languages: [vi]
  baseURL: https://example.org/
  dataStatus: sample
  asOf: 2025-06-30
  quickExit: https://vi.wikipedia.org/
  editions:
    public: {output: output/public, disclosure: {threshold: 11}}
    officials: {output: output/officials, disclosure: {threshold: 5}}
  -- content/vi/index.md --
  ---
  title: Trang chủ
  ---
  Năm 2024 có `= theo-nam[received, period=2024]` người.

  ```table id=theo-gioi
  ```

  [Trang kia](giup-do.md)
  -- content/vi/giup-do.md --
  ---
  title: Giúp đỡ
  ---
  Gọi ngay.
  -- seeds/codelists/sex.csv --
  code,parent,order,label_vi,label_en
  _T,,0,Tổng số,Total
  F,_T,1,Nữ,Female
  M,_T,2,Nam,Male
  -- seeds/registries/agencies.yaml --
  agencies:
    - {id: so-y-te, name: {vi: Sở Y tế}}
  -- seeds/registries/instruments.yaml --
  instruments:
    - {id: luat, number: 53/2024/QH15, title: {vi: Luật}}
  -- seeds/datapackage.yaml --
  name: trang-thu
  resources:
    - name: nan-nhan
      title: Nạn nhân được tiếp nhận
      path: data/nan-nhan.csv
      schema:
        fields:
          - {name: period, type: string, minhbach: {role: period}}
          - {name: sex, type: string, minhbach: {role: dimension, codelist: sex}}
          - name: received
            type: integer
            title: Được tiếp nhận
            minhbach: {role: measure, unit: persons, sensitivity: persons, pooling: sum}
      minhbach:
        absentRows: zero
        releasedBy: so-y-te
        releasedOn: 2025-01-20
        document: Báo cáo thử
        populationBasis: Tiếp nhận trên địa bàn
        legalRegime: luat
  -- seeds/tables.yaml --
  tables:
    - id: theo-nam
      title: Theo năm
      dataset: nan-nhan
      measures: [received]
      axes: {period: {each: true}}
      rows: [period]
      columns: []
      editions: [public]
    - id: theo-gioi
      title: Theo giới tính
      dataset: nan-nhan
      measures: [received]
      axes: {period: {each: true}, sex: {}}
      rows: [period]
      columns: [sex]
      editions: [public]
  -- seeds/data/nan-nhan.csv --
  period,sex,received
  2023,F,40
  2023,M,30
  2024,F,41
  2024,M,7
  """
